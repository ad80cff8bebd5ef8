package dev.unknot.frontdesk.worklist;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.client.ClientView;
import org.jspecify.annotations.Nullable;

/**
 * A visit that is no longer covered.
 *
 * @param client null: nobody at the caller's locations
 * @param why it is not, as a sentence
 */
public record WorkItem(
        AppointmentView appointment,
        @Nullable ClientView client,
        String when,
        String treatment,
        String therapist,
        String place,
        String why) {}
