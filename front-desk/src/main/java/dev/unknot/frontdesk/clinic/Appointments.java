package dev.unknot.frontdesk.clinic;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AmendAppointment;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.HistoryEntryView;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.appointment.KnockOnView;
import dev.unknot.common.appointment.OverrunAppointment;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Appointments and holds, in booking-service. */
@HttpExchange("/api/v1")
public interface Appointments {

    @GetExchange("/appointments/{id}")
    AppointmentView find(Bearer by, @PathVariable AppointmentId id);

    /** @param status null: all but holds that ended */
    @GetExchange("/appointments")
    ItemList<AppointmentView> list(
            Bearer by,
            @RequestParam(required = false) @Nullable LocationId location,
            @RequestParam(required = false) @Nullable TherapistId therapist,
            @RequestParam(required = false) @Nullable ClientId client,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable List<AppointmentStatus> status,
            @RequestParam(required = false) @Nullable Boolean displaced,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit);

    @GetExchange("/appointments/{id}/history")
    ItemList<HistoryEntryView> history(Bearer by, @PathVariable AppointmentId id);

    /** What it would run into if it ended then, by start. */
    @GetExchange("/appointments/{id}/knock-on")
    ItemList<KnockOnView> knockOns(Bearer by, @PathVariable AppointmentId id, @RequestParam Instant end);

    @PostExchange("/appointments")
    AppointmentView book(Bearer by, @RequestHeader("Idempotency-Key") UUID key, @RequestBody BookAppointment command);

    /** Answers as {@link #book} would, and leaves nothing behind; so do the others that try. */
    @PostExchange("/appointments?dryRun=true")
    AppointmentView tryToBook(
            Bearer by, @RequestHeader("Idempotency-Key") UUID key, @RequestBody BookAppointment command);

    @PostExchange("/appointments/{id}/reschedule")
    AppointmentView reschedule(
            Bearer by, @PathVariable AppointmentId id, IfMatch version, @RequestBody RescheduleAppointment command);

    @PostExchange("/appointments/{id}/reschedule?dryRun=true")
    AppointmentView tryToReschedule(
            Bearer by, @PathVariable AppointmentId id, IfMatch version, @RequestBody RescheduleAppointment command);

    @PostExchange("/appointments/{id}/cancellation")
    AppointmentView cancel(
            Bearer by, @PathVariable AppointmentId id, IfMatch version, @RequestBody CancelAppointment command);

    @PostExchange("/appointments/{id}/confirmation")
    AppointmentView confirm(Bearer by, @PathVariable AppointmentId id, IfMatch version);

    @PostExchange("/appointments/{id}/check-in")
    AppointmentView checkIn(Bearer by, @PathVariable AppointmentId id, IfMatch version);

    @PostExchange("/appointments/{id}/session")
    AppointmentView startSession(Bearer by, @PathVariable AppointmentId id, IfMatch version);

    @PostExchange("/appointments/{id}/completion")
    AppointmentView complete(Bearer by, @PathVariable AppointmentId id, IfMatch version);

    @PostExchange("/appointments/{id}/no-show")
    AppointmentView markMissed(Bearer by, @PathVariable AppointmentId id, IfMatch version);

    @PostExchange("/appointments/{id}/undo")
    AppointmentView undo(Bearer by, @PathVariable AppointmentId id, IfMatch version);

    @PostExchange("/appointments/{id}/amendment")
    AppointmentView amend(
            Bearer by, @PathVariable AppointmentId id, IfMatch version, @RequestBody AmendAppointment command);

    @PostExchange("/appointments/{id}/amendment?dryRun=true")
    AppointmentView tryToAmend(
            Bearer by, @PathVariable AppointmentId id, IfMatch version, @RequestBody AmendAppointment command);

    @PostExchange("/appointments/{id}/overrun")
    AppointmentView overrun(
            Bearer by, @PathVariable AppointmentId id, IfMatch version, @RequestBody OverrunAppointment command);

    @PostExchange("/holds")
    AppointmentView hold(Bearer by, @RequestHeader("Idempotency-Key") UUID key, @RequestBody HoldTime command);

    /** The caller's own that stand. */
    @GetExchange("/holds")
    ItemList<AppointmentView> ownHolds(Bearer by);

    @DeleteExchange("/holds/{id}")
    void giveBack(Bearer by, @PathVariable AppointmentId id);
}
