package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentId;

/**
 * A visit of the day that was cancelled: it is not on the sheet, and is found beside it.
 *
 * @param time that it had, on the wall clock
 */
public record CancelledVisit(
        AppointmentId id, String time, String client, String treatment, String therapist, CalledOff calledOff) {}
