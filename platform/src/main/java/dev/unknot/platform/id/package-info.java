/** Makes identities. They sort by the time they were made, which keeps indexes dense. */
@NullMarked
package dev.unknot.platform.id;

import org.jspecify.annotations.NullMarked;
