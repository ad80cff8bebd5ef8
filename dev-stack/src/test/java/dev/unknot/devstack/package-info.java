/** The decisions of the development stack that need no process to be checked. */
@NullMarked
package dev.unknot.devstack;

import org.jspecify.annotations.NullMarked;
