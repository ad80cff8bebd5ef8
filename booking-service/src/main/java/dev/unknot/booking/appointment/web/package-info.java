/** The HTTP face of appointments: book, read, list, move, cancel and the steps between. Each query is scoped to what the caller may see. */
@NullMarked
package dev.unknot.booking.appointment.web;

import org.jspecify.annotations.NullMarked;
