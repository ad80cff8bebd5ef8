/** The demo chain as it is written down makes sense. */
@NullMarked
package dev.unknot.devstack.demo;

import org.jspecify.annotations.NullMarked;
