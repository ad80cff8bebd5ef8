package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Attendance;
import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.Commitment;
import dev.unknot.booking.client.ClientRegister;
import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentEvent;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.Participant;
import dev.unknot.platform.outbox.Outbox;
import dev.unknot.platform.security.Actors;
import dev.unknot.platform.transaction.AfterCommit;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what happened to an appointment: for its history, for other services, for our own index, and for the people
 * of the location, who from now on know the client.
 */
@Component
class Journal {

    private final Histories histories;
    private final Outbox outbox;
    private final Actors actors;
    private final Availability availability;
    private final ClientRegister clients;

    Journal(Histories histories, Outbox outbox, Actors actors, Availability availability, ClientRegister clients) {
        this.histories = histories;
        this.outbox = outbox;
        this.actors = actors;
        this.availability = availability;
        this.clients = clients;
    }

    /** {@code cause} is a code, never words about a person. */
    @Transactional(propagation = Propagation.MANDATORY)
    void record(Change<?> change, Instant now, @Nullable String cause) {
        Appointment after = change.after();
        AppointmentEvent event = change.event();
        histories.add(change, now, actors.current(), cause);
        outbox.announce(event, after.version(), cause);
        if (after.isMoreThanHeld() && bringsSomebody(event)) {
            after.participants().stream()
                    .map(Participant::clientId)
                    .filter(Objects::nonNull)
                    .forEach(client -> clients.comesTo(after.visit().locationId(), client));
        }
        learnAfterCommit(change);
    }

    /** Who only holds a time says a name, and is told nothing about it. */
    private static boolean bringsSomebody(AppointmentEvent event) {
        return event instanceof AppointmentBooked
                || event.changed().contains("participants")
                || event.changed().contains("locationId");
    }

    /** Changes that take and free no time, all for one cause, in a few statements. */
    @Transactional(propagation = Propagation.MANDATORY)
    void record(List<? extends Change<?>> changes, Instant now, String cause) {
        histories.add(changes, now, actors.current(), cause);
        outbox.announce(
                changes.stream()
                        .map(change -> new Outbox.Announcement(
                                change.event(), change.after().version()))
                        .toList(),
                cause);
        changes.forEach(this::learnAfterCommit);
    }

    private void learnAfterCommit(Change<?> change) {
        // Not before the commit: a claim that is rolled back must not hide a free slot.
        AfterCommit.run(() -> {
            AppointmentSnapshot now = change.event().appointment();
            availability.learn(Commitment.of(now, change.after().version()));
            availability.learn(Attendance.of(now, change.after().version()));
        });
    }
}
