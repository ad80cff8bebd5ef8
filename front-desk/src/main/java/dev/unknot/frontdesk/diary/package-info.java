/** A therapist's own day: their visits in order, and what they do with each as it goes. They see no diary but theirs. */
@NullMarked
package dev.unknot.frontdesk.diary;

import org.jspecify.annotations.NullMarked;
