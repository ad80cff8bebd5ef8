package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.platform.problem.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What came of one change among several: either what it became, or why not.
 *
 * @param changed null: it was refused
 * @param refused null: it was changed
 */
public record Outcome(
        AppointmentId appointment,
        @Nullable AppointmentView changed,
        @Nullable Rejection refused) {}
