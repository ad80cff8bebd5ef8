/** Links that open one thing to whoever has them, for a while. They carry what they name and are signed, so nobody keeps a list. */
@NullMarked
package dev.unknot.platform.link;

import org.jspecify.annotations.NullMarked;
