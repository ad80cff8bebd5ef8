package dev.unknot.booking.slot;

import dev.unknot.booking.availability.Attendance;
import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.ClientStanding;
import dev.unknot.booking.availability.Commitment;
import dev.unknot.common.appointment.AppointmentEvent;
import dev.unknot.common.block.BlockEvent;
import dev.unknot.common.client.ClientEvent;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationEvent;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.terms.LocationTermsSnapshot;
import dev.unknot.common.terms.TermsEvent;
import dev.unknot.common.therapist.TherapistEvent;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.treatment.TreatmentEvent;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.ReceivedEvent;
import dev.unknot.platform.event.UnprocessableEvent;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Teaches the index what a record says. The index is rebuilt at every start, so a broken record is not worth a stop. */
final class IndexEvents {

    static final List<String> COMPACTED = List.of(Topics.LOCATIONS, Topics.THERAPISTS, Topics.TREATMENTS, Topics.TERMS);

    /** What is in our own database, followed from where they ended when that was read. */
    static final List<String> LOGS = List.of(Topics.APPOINTMENTS, Topics.BLOCKS, Topics.CLIENTS);

    private static final Logger LOG = LoggerFactory.getLogger(IndexEvents.class);

    private final Availability availability;
    private final Events events;

    IndexEvents(Availability availability, Events events) {
        this.availability = availability;
        this.events = events;
    }

    boolean compacted(String topic) {
        return COMPACTED.stream().map(events::named).anyMatch(topic::equals);
    }

    /** Passes over types it does not know, and logs and skips what it cannot read. */
    void apply(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.topic().equals(events.named(Topics.LOCATIONS))) {
                events.read(record, LocationEvent.class).ifPresent(this::location);
            } else if (record.topic().equals(events.named(Topics.THERAPISTS))) {
                events.read(record, TherapistEvent.class).ifPresent(this::therapist);
            } else if (record.topic().equals(events.named(Topics.TREATMENTS))) {
                events.read(record, TreatmentEvent.class).ifPresent(this::treatment);
            } else if (record.topic().equals(events.named(Topics.BLOCKS))) {
                events.read(record, BlockEvent.class).ifPresent(this::block);
            } else if (record.topic().equals(events.named(Topics.TERMS))) {
                events.read(record, TermsEvent.class).ifPresent(this::terms);
            } else if (record.topic().equals(events.named(Topics.CLIENTS))) {
                events.read(record, ClientEvent.class).ifPresent(this::client);
            } else {
                events.read(record, AppointmentEvent.class).ifPresent(this::appointment);
            }
        } catch (UnprocessableEvent broken) {
            skipped(record, broken.getMessage());
        } catch (RuntimeException senseless) {
            // Its message may quote the data, and with it a person.
            skipped(record, senseless.getClass().getName());
        }
    }

    private static void skipped(ConsumerRecord<String, byte[]> record, @Nullable String why) {
        LOG.error("skipped {}-{} at offset {}: {}", record.topic(), record.partition(), record.offset(), why);
    }

    private void location(ReceivedEvent<LocationEvent> event) {
        switch (event.data()) {
            case null -> availability.erase(new LocationId(event.subject()), event.sequence());
            case LocationSnapshot location -> availability.learn(location, event.sequence());
        }
    }

    private void therapist(ReceivedEvent<TherapistEvent> event) {
        switch (event.data()) {
            case null -> availability.erase(new TherapistId(event.subject()), event.sequence());
            case TherapistSnapshot therapist -> availability.learn(therapist, event.sequence());
        }
    }

    private void treatment(ReceivedEvent<TreatmentEvent> event) {
        switch (event.data()) {
            case null -> availability.erase(new TreatmentId(event.subject()), event.sequence());
            case TreatmentSnapshot treatment -> availability.learn(treatment, event.sequence());
        }
    }

    private void block(ReceivedEvent<BlockEvent> event) {
        availability.learn(
                switch (event.data()) {
                    case null -> Commitment.none(event.subject(), event.sequence());
                    case BlockEvent change ->
                        new Commitment(
                                event.subject(), event.sequence(), change.locationId(), null, change.claims(), null);
                });
    }

    /** They are never erased: a location that goes takes them out of use by itself. */
    private void terms(ReceivedEvent<TermsEvent> event) {
        if (event.data() instanceof LocationTermsSnapshot terms) {
            availability.learn(terms, event.sequence());
        }
    }

    private void client(ReceivedEvent<ClientEvent> event) {
        availability.learn(
                switch (event.data()) {
                    case null -> ClientStanding.good(new ClientId(event.subject()), event.sequence());
                    case ClientSnapshot client -> ClientStanding.of(client, event.sequence());
                });
    }

    private void appointment(ReceivedEvent<AppointmentEvent> event) {
        switch (event.data()) {
            case null -> availability.learn(Commitment.none(event.subject(), event.sequence()));
            case AppointmentEvent change -> {
                availability.learn(Commitment.of(change.appointment(), event.sequence()));
                availability.learn(Attendance.of(change.appointment(), event.sequence()));
            }
        }
    }
}
