/** HTTP routes of therapists and their weekly patterns. They check the caller and hand over to the door. */
@NullMarked
package dev.unknot.therapist.therapist.web;

import org.jspecify.annotations.NullMarked;
