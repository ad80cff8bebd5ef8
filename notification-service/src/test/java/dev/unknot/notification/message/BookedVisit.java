package dev.unknot.notification.message;

import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentCancelled;
import dev.unknot.common.appointment.AppointmentConfirmed;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentRescheduled;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.series.SeriesId;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.policy.MessagePolicy;
import dev.unknot.notification.visit.Visit;
import dev.unknot.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A visit as the desk has it: what is announced of its steps, and when it is to be reminded of as it stands. */
final class BookedVisit {
    private static final NaiveReminders REMINDERS = new NaiveReminders(MessagePolicy.USUAL);

    private final AppointmentId id = new AppointmentId(Ids.next());
    private final Harbour harbour;
    private final List<ClientId> clients;
    private final @Nullable SeriesId series;
    private Instant start;
    private Instant since;
    private AppointmentStatus status = AppointmentStatus.BOOKED;
    private long revision = 1;
    private long version = 1;

    /** @param now when it is booked */
    BookedVisit(Harbour harbour, List<ClientId> clients, Instant start, @Nullable SeriesId series, Instant now) {
        this.harbour = harbour;
        this.clients = List.copyOf(clients);
        this.start = start;
        this.series = series;
        this.since = now;
    }

    AppointmentBooked booked() {
        return new AppointmentBooked(snapshot(), Set.of("status"));
    }

    AppointmentRescheduled move(Instant to, Instant now) {
        start = to;
        since = now;
        status = AppointmentStatus.BOOKED;
        revision++;
        version++;
        return new AppointmentRescheduled(snapshot(), Set.of("start", "end", "revision"));
    }

    AppointmentConfirmed confirm() {
        status = AppointmentStatus.CONFIRMED;
        version++;
        return new AppointmentConfirmed(snapshot(), Set.of("status"));
    }

    AppointmentCancelled cancel() {
        status = AppointmentStatus.CANCELLED;
        version++;
        return new AppointmentCancelled(snapshot(), Set.of("status"));
    }

    AppointmentId id() {
        return id;
    }

    List<ClientId> clients() {
        return clients;
    }

    Instant start() {
        return start;
    }

    AppointmentStatus status() {
        return status;
    }

    long revision() {
        return revision;
    }

    long version() {
        return version;
    }

    boolean ofSeries() {
        return series != null;
    }

    boolean ahead(Instant now) {
        return status != AppointmentStatus.CANCELLED && now.isBefore(start);
    }

    /** The reminders whose time came after the one moment, and up to the other; what was due when it was announced is not. */
    List<MessageKind> remindersDue(Instant after, Instant until) {
        Instant from = since.isAfter(after) ? since : after;
        return status == AppointmentStatus.CANCELLED
                ? List.of()
                : Stream.of(MessageKind.FIRST_REMINDER, MessageKind.LAST_REMINDER)
                        .filter(kind -> due(kind).isAfter(from) && !due(kind).isAfter(until))
                        .toList();
    }

    /** Whether it was announced, as it stands, when there was too little time left to be reminded. */
    boolean announcedTooLate(MessageKind kind) {
        return !since.isBefore(due(kind));
    }

    private Instant due(MessageKind kind) {
        return REMINDERS
                .due(
                        kind,
                        new Visit(
                                id, status, revision, start, harbour.zone(), harbour.location(), harbour.swedish(), 60))
                .orElseThrow();
    }

    private AppointmentSnapshot snapshot() {
        AppointmentSnapshot visit =
                Harbour.of(clients, harbour.appointment(id, clients.getFirst(), start, status, revision));
        return series == null ? visit : Harbour.in(series, visit);
    }

    @Override
    public String toString() {
        return id + " " + status + " " + start;
    }
}
