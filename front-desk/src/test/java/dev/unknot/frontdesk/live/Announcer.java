package dev.unknot.frontdesk.live;

import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.event.EventCatalogue;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.ReceivedEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.kafka.core.KafkaTemplate;

/** Announces bookings as booking-service does. */
public final class Announcer {

    private Announcer() {}

    public static void bookedAt(LocationId place, Events events, KafkaTemplate<String, byte[]> kafka) {
        AppointmentBooked event = new AppointmentBooked(visit(place), Set.of("status"));
        var unused = kafka.send(events.write(
                Topics.APPOINTMENTS,
                new ReceivedEvent<>(
                        UUID.randomUUID(),
                        "/booking-service",
                        EventCatalogue.typeOf(AppointmentBooked.class),
                        event.subject(),
                        1,
                        Instant.EPOCH,
                        "owner:test",
                        null,
                        null,
                        event)));
    }

    static AppointmentSnapshot visit(LocationId place) {
        return new AppointmentSnapshot(
                new AppointmentId(UUID.randomUUID()),
                AppointmentStatus.BOOKED,
                1,
                List.of(),
                new TreatmentId(new UUID(3, 1)),
                60,
                place,
                ZoneId.of("Europe/Berlin"),
                new RoomId(new UUID(5, 1)),
                Instant.parse("2026-11-23T09:00:00Z"),
                Instant.parse("2026-11-23T10:00:00Z"),
                new Money(8200, "EUR"),
                List.of(),
                List.of(),
                null,
                null);
    }
}
