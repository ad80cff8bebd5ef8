package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.client.ClientMerge;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next version of an appointment being written; what nobody says anything about stays as it was. */
final class Draft {

    private final Appointment before;

    private long revision;
    private AppointmentStatus status;
    private List<Participant> participants;
    private TreatmentId treatmentId;
    private Visit visit;
    private List<Waiver> waivers;
    private @Nullable Instant expiresAt;
    private @Nullable Displacement displaced;
    private @Nullable Cancellation cancellation;
    private boolean overbooked;

    Draft(Appointment before) {
        this.before = before;
        this.revision = before.revision();
        this.status = before.status();
        this.participants = before.participants();
        this.treatmentId = before.treatmentId();
        this.visit = before.visit();
        this.waivers = before.waivers();
        this.expiresAt = before.expiresAt();
        this.displaced = before.displaced();
        this.cancellation = before.cancellation();
        this.overbooked = before.overbooked();
    }

    Draft revised(boolean news) {
        revision = before.revision() + (news ? 1 : 0);
        return this;
    }

    Draft status(AppointmentStatus next) {
        status = next;
        return this;
    }

    /** Without an end of a lease, a displacement or a cancellation. */
    Draft standing() {
        expiresAt = null;
        displaced = null;
        cancellation = null;
        return this;
    }

    /** Who, where and when, as it is claimed from now on. */
    Draft given(Candidate claimed) {
        participants = claimed.participants();
        visit = claimed.visit();
        overbooked = claimed.isOverbooked();
        return this;
    }

    /** The same person by another id. */
    Draft reseated(ClientMerge merge) {
        participants = before.participants().stream()
                .map(each -> merge.duplicate().equals(each.clientId())
                        ? new Participant(merge.kept(), each.therapistId())
                        : each)
                .toList();
        return this;
    }

    Draft treatment(TreatmentId next) {
        treatmentId = next;
        return this;
    }

    /** At the same start and place, for the same money. */
    Draft ending(Instant end) {
        visit = visit.ending(end);
        return this;
    }

    Draft waivers(List<Waiver> setAside) {
        waivers = setAside;
        return this;
    }

    Draft heldUntil(Instant end) {
        expiresAt = end;
        return this;
    }

    Draft displaced(@Nullable Displacement why) {
        displaced = why;
        return this;
    }

    Draft cancelled(Cancellation why) {
        cancellation = why;
        return this;
    }

    Appointment done() {
        return new Appointment(
                before.id(),
                before.version() + 1,
                revision,
                status,
                participants,
                treatmentId,
                visit,
                waivers,
                expiresAt,
                displaced,
                cancellation,
                before.seriesId(),
                overbooked);
    }
}
