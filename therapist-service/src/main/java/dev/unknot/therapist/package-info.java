/** The supply side of Unknot: where and when each therapist works, and what is in their diary. It owns locations, rooms, therapists and weeks. */
@NullMarked
package dev.unknot.therapist;

import org.jspecify.annotations.NullMarked;
