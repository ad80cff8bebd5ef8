package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentEvent;

/** What a transition made of an appointment, and what is to be announced of it. */
record Change<E extends AppointmentEvent>(Appointment after, E event) {}
