/** Part of a house built against the rules on purpose. The rules are tested on it. */
@NullMarked
package dev.unknot.crooked.therapist;

import org.jspecify.annotations.NullMarked;
