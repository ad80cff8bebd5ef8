/** The HTTP route of the diary. It checks whose diary the caller may open. */
@NullMarked
package dev.unknot.therapist.diary.web;

import org.jspecify.annotations.NullMarked;
