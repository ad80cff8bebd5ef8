package dev.unknot.common.series;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a series, or the place of one. Without {@code appointmentId} and {@code refusal} it was called off before it
 * was booked.
 *
 * @param number from 1; kept for good
 * @param date on which the series puts it
 * @param localStart on the location's wall clock: of the appointment; else the time the series gives it
 * @param start of the appointment; null: none, or not for this caller
 * @param movedByHand whether its appointment no longer starts when the series says
 * @param alternates times near the one refused that could be booked, the nearest first, at most three
 */
public record OccurrenceView(
        int number,
        LocalDate date,
        LocalDateTime localStart,
        @Nullable Instant start,
        @Nullable AppointmentId appointmentId,
        @Nullable AppointmentStatus status,
        boolean movedByHand,
        @Nullable OccurrenceRefusal refusal,
        List<Slot> alternates) {}
