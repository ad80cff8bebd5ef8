package dev.unknot.frontdesk;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.CancellationView;
import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.MenuView;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A clinic in Berlin, who works there, and what they give. */
public final class Kreuzberg {

    public static final LocationId ID = LocationId.of("01900000-0000-7000-8000-0000000000b1");
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    public static final TherapistId MIRA = TherapistId.of("01900000-0000-7000-8000-0000000000c1");
    public static final TherapistId JONAS = TherapistId.of("01900000-0000-7000-8000-0000000000c2");
    public static final TreatmentId SWEDISH = TreatmentId.of("01900000-0000-7000-8000-0000000000d1");
    public static final RoomId ROOM = RoomId.of("01900000-0000-7000-8000-0000000000e1");
    public static final ClientId ANNA = ClientId.of("01900000-0000-7000-8000-0000000000f1");
    public static final ClientId BERND = ClientId.of("01900000-0000-7000-8000-0000000000f2");

    private static final Money PRICE = new Money(7200, "EUR");

    private Kreuzberg() {}

    /** Mira works tomorrow from eight to twelve, a Swedish massage is on the menu, and nothing else is there; gives ten o'clock. */
    public static Instant tomorrow(FakeClinic clinic, Clock clock) {
        Instant ten = LocalDate.ofInstant(clock.instant(), ZONE)
                .plusDays(1)
                .atTime(10, 0)
                .atZone(ZONE)
                .toInstant();
        clinic.says("/api/v1/locations", ItemList.all(List.of(clinic())));
        clinic.says("/api/v1/locations/" + ID, clinic());
        clinic.says(
                "/api/v1/locations/" + ID + "/workday",
                ItemList.all(List.of(new WorkdayView(
                        MIRA,
                        "Mira",
                        List.of(new TimeRange(ten.minusSeconds(7_200), ten.plusSeconds(7_200))),
                        List.of()))));
        clinic.says("/api/v1/locations/" + ID + "/menu", new MenuView(ID, 0, List.of(), List.of()));
        clinic.says("/api/v1/therapists/" + MIRA, therapist(MIRA, "Mira"));
        clinic.says("/api/v1/treatments", ItemList.all(List.of(swedish())));
        clinic.says("/api/v1/treatments/" + SWEDISH, swedish());
        for (String empty : List.of("appointments", "blocks", "clients", "messages", "replies", "therapists")) {
            clinic.says("/api/v1/" + empty, ItemList.all(List.of()));
        }
        return ten;
    }

    public static LocationView clinic() {
        return new LocationView(
                ID,
                1,
                "Kreuzberg",
                ZONE,
                new Address("Bergmannstraße 1", "10961", "Berlin", "DE"),
                "+49 30 901820",
                List.of(),
                List.of(new RoomView(ROOM, "Room 1", Set.of("table"), 1, 10, null)));
    }

    public static TherapistView therapist(TherapistId id, String name) {
        return new TherapistView(
                id, 1, name, Gender.FEMALE, Set.of(), null, TherapistState.ACTIVE, Set.of(ID), List.of(), null);
    }

    public static TreatmentView swedish() {
        return swedish(60);
    }

    /** Sold in these lengths, in minutes. */
    public static TreatmentView swedish(Integer... lengths) {
        return new TreatmentView(
                SWEDISH,
                1,
                Approach.SWEDISH,
                "Swedish massage",
                Stream.of(lengths).map(minutes -> new Offer(minutes, PRICE)).toList(),
                0,
                0,
                null,
                null,
                15,
                0,
                null,
                Map.of());
    }

    /** An hour of Swedish massage with Mira. */
    public static AppointmentView visit(AppointmentId id, long version, AppointmentStatus status, Instant start) {
        return visit(id, version, status, start, MIRA);
    }

    public static AppointmentView visit(
            AppointmentId id, long version, AppointmentStatus status, Instant start, TherapistId therapist) {
        return new AppointmentView(
                id,
                version,
                1,
                status,
                List.of(new Participant(ANNA, therapist)),
                SWEDISH,
                60,
                ID,
                ZONE,
                ROOM,
                start,
                start.plus(Duration.ofHours(1)),
                start.atZone(ZONE).toLocalDateTime(),
                PRICE,
                List.of(),
                null,
                null,
                status == AppointmentStatus.CANCELLED
                        ? new CancellationView(start.minusSeconds(86400), "client:visit", "client-asked", null, false)
                        : null);
    }

    /** The same for somebody else. */
    public static AppointmentView of(AppointmentView visit, Participant... others) {
        return with(visit, List.of(others), visit.displaced());
    }

    /** The same when whoever was to give it does not work then. */
    public static AppointmentView displaced(AppointmentView visit) {
        return with(visit, visit.participants(), Displacement.THERAPIST_NOT_WORKING);
    }

    /** The same by another place's clocks. */
    public static AppointmentView in(ZoneId zone, AppointmentView visit) {
        return new AppointmentView(
                visit.id(),
                visit.version(),
                visit.revision(),
                visit.status(),
                visit.participants(),
                visit.treatmentId(),
                visit.minutes(),
                visit.locationId(),
                zone,
                visit.roomId(),
                visit.start(),
                visit.end(),
                visit.start().atZone(zone).toLocalDateTime(),
                visit.price(),
                visit.waived(),
                visit.expiresAt(),
                visit.displaced(),
                visit.cancellation());
    }

    /** Where it is past eight in the morning: most of the day lies ahead there, whenever a test runs. */
    public static ZoneId whereItIsMorning(Clock clock) {
        return ZoneOffset.ofHours(8 - clock.instant().atZone(ZoneOffset.UTC).getHour());
    }

    private static AppointmentView with(
            AppointmentView visit, List<Participant> participants, @Nullable Displacement displaced) {
        return new AppointmentView(
                visit.id(),
                visit.version(),
                visit.revision(),
                visit.status(),
                participants,
                visit.treatmentId(),
                visit.minutes(),
                visit.locationId(),
                visit.zone(),
                visit.roomId(),
                visit.start(),
                visit.end(),
                visit.localStart(),
                visit.price(),
                visit.waived(),
                visit.expiresAt(),
                displaced,
                visit.cancellation());
    }

    /** An hour of Swedish massage with Mira that is kept for nobody yet. */
    public static AppointmentView held(AppointmentId id, Instant start, Instant until) {
        return held(id, start, until, 60);
    }

    public static AppointmentView held(AppointmentId id, Instant start, Instant until, int minutes) {
        return new AppointmentView(
                id,
                1,
                1,
                AppointmentStatus.HELD,
                List.of(new Participant(null, MIRA)),
                SWEDISH,
                minutes,
                ID,
                ZONE,
                ROOM,
                start,
                start.plus(Duration.ofMinutes(minutes)),
                start.atZone(ZONE).toLocalDateTime(),
                PRICE,
                List.of(),
                until,
                null,
                null);
    }

    public static ItemList<Slot> slots(TherapistId therapist, Instant... starts) {
        return ItemList.all(List.of(starts).stream()
                .map(start -> new Slot(
                        start,
                        start.plus(Duration.ofHours(1)),
                        ZONE,
                        start.atZone(ZONE).toLocalDateTime(),
                        ID,
                        therapist,
                        ROOM,
                        PRICE))
                .toList());
    }

    public static AppointmentId anId() {
        return new AppointmentId(UUID.randomUUID());
    }
}
