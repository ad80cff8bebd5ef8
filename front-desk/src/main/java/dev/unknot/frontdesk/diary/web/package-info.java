/** The pages of a therapist's day. */
@NullMarked
package dev.unknot.frontdesk.diary.web;

import org.jspecify.annotations.NullMarked;
