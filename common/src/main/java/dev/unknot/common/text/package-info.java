/** Texts that people type: which characters they may have, so that they are read everywhere as they were written. */
@NullMarked
package dev.unknot.common.text;

import org.jspecify.annotations.NullMarked;
