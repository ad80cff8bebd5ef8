/** HTTP routes of locations and rooms. They check the caller and hand over to the door. */
@NullMarked
package dev.unknot.therapist.location.web;

import org.jspecify.annotations.NullMarked;
