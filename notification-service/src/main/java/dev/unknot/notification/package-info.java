/** The word: tells clients about their appointments by email and SMS. Each feature below is a package of its own with one public door. */
@NullMarked
package dev.unknot.notification;

import org.jspecify.annotations.NullMarked;
