package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The practice at the Prater in Vienna on Monday 1 March 2027: open 9 to 18, one table room with ten minutes of turnover,
 * Mira at work all day. A Swedish hour needs five minutes before and ten after, starts on the quarter and is booked two
 * hours ahead.
 */
final class Clinic {

    static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
    static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    static final Instant NOW = at(7, 0);
    static final TimeRange HORIZON = new TimeRange(at(0, 0), at(0, 0).plus(Duration.ofDays(30)));
    static final TimeRange DAY = new TimeRange(at(9, 0), at(18, 0));

    static final LocationId PRATER = new LocationId(new UUID(0, 1));
    static final RoomId LINDEN = new RoomId(new UUID(0, 2));
    static final TherapistId MIRA = new TherapistId(new UUID(0, 3));
    static final TherapistId JONAS = new TherapistId(new UUID(0, 4));
    static final ClientId ANNA = new ClientId(new UUID(0, 5));
    static final AppointmentId VISIT = new AppointmentId(new UUID(0, 6));

    private Clinic() {}

    static Availability opened() {
        Availability availability = new Availability();
        availability.learn(prater(List.of(linden(1, List.of()))), 1);
        availability.learn(mira(), 1);
        return availability;
    }

    static Instant at(int hour, int minute) {
        return MONDAY.atTime(hour, minute).atZone(ZONE).toInstant();
    }

    static LocationSnapshot prater(List<RoomSnapshot> rooms) {
        return location(PRATER, ZONE, HORIZON, List.of(DAY), rooms);
    }

    static LocationSnapshot location(
            LocationId id, ZoneId zone, TimeRange horizon, List<TimeRange> open, List<RoomSnapshot> rooms) {
        Address address = new Address("Hauptallee 1", "1020", "Wien", "AT");
        return new LocationSnapshot(id, "Prater", zone, address, "+43 1 234567", horizon, open, rooms);
    }

    /** Closed from nine on. */
    static LocationSnapshot closedUntil(Instant end) {
        return closedUntil(end, linden(1, List.of()));
    }

    static LocationSnapshot closedUntil(Instant end, RoomSnapshot room) {
        LocationSnapshot prater = prater(List.of(room));
        return new LocationSnapshot(
                PRATER,
                prater.name(),
                ZONE,
                prater.address(),
                prater.phone(),
                HORIZON,
                List.of(new TimeRange(end, DAY.end())),
                prater.rooms(),
                List.of(new TimeRange(DAY.start(), end)),
                null);
    }

    /** At work from then on, before that the location is closed. */
    static TherapistSnapshot miraShutOutUntil(Instant end) {
        return shutOutUntil(MIRA, end);
    }

    static TherapistSnapshot shutOutUntil(TherapistId therapist, Instant end) {
        return new TherapistSnapshot(
                therapist,
                "Mira",
                Gender.FEMALE,
                Set.of("swedish"),
                null,
                TherapistState.ACTIVE,
                HORIZON,
                List.of(new WorkingTime(PRATER, new TimeRange(end, DAY.end()))),
                List.of(new WorkingTime(PRATER, new TimeRange(DAY.start(), end))),
                List.of());
    }

    /** At work from then on, before that away. */
    static TherapistSnapshot miraAwayUntil(Instant end) {
        return new TherapistSnapshot(
                MIRA,
                "Mira",
                Gender.FEMALE,
                Set.of("swedish"),
                null,
                TherapistState.ACTIVE,
                HORIZON,
                List.of(new WorkingTime(PRATER, new TimeRange(end, DAY.end()))),
                List.of(),
                List.of(new WorkingTime(PRATER, new TimeRange(DAY.start(), end))));
    }

    static RoomSnapshot linden(int places, List<TimeRange> outages) {
        return new RoomSnapshot(LINDEN, "Linden", Set.of("table"), places, 10, outages);
    }

    static TherapistSnapshot mira() {
        return therapist(MIRA, TherapistState.ACTIVE, Set.of("swedish"), null, List.of(new WorkingTime(PRATER, DAY)));
    }

    static TherapistSnapshot therapist(
            TherapistId id,
            TherapistState state,
            Set<String> skills,
            @Nullable LocalDate licensedUntil,
            List<WorkingTime> workingTime) {
        return new TherapistSnapshot(id, "Mira", Gender.FEMALE, skills, licensedUntil, state, HORIZON, workingTime);
    }

    static TreatmentSnapshot swedish() {
        return treatment(5, 10, 15, 120);
    }

    static TreatmentSnapshot treatment(int before, int after, int cadence, int notice) {
        List<Offer> offers = List.of(new Offer(60, new Money(6_000, "EUR")), new Offer(90, new Money(8_500, "EUR")));
        return new TreatmentSnapshot(
                new TreatmentId(new UUID(0, 7)),
                Approach.SWEDISH,
                "Swedish",
                offers,
                before,
                after,
                "swedish",
                "table",
                cadence,
                notice);
    }

    static Claim claim(TherapistId therapist, Instant from, Instant to) {
        return new Claim(ResourceKind.THERAPIST, therapist.value(), therapist.value(), new TimeRange(from, to));
    }

    static Claim claim(ClientId client, Instant from, Instant to) {
        return new Claim(ResourceKind.CLIENT, client.value(), client.value(), new TimeRange(from, to));
    }

    static Claim claim(RoomPlace place, Instant from, Instant to) {
        return new Claim(ResourceKind.ROOM, place.resourceId(), place.roomId().value(), new TimeRange(from, to));
    }

    /** Its session is where its claims are. */
    static Commitment taking(AppointmentId appointment, long version, Claim... claims) {
        return held(appointment, version, List.of(claims), null);
    }

    /** @param expiresAt null: booked for good */
    static Commitment held(AppointmentId appointment, long version, List<Claim> claims, @Nullable Instant expiresAt) {
        TimeRange session = claims.isEmpty() ? null : claims.getFirst().during();
        return new Commitment(appointment.value(), version, PRATER, session, claims, expiresAt);
    }

    static BookingWish wish(Instant start) {
        return new BookingWish(swedish(), 60, PRATER, start, MIRA, ANNA, null, Set.of(), false, NOW);
    }

    static SlotQuery monday() {
        return mondayAt(NOW);
    }

    /** Looked at from then. */
    static SlotQuery mondayAt(Instant now) {
        LocalDateTime midnight = MONDAY.atStartOfDay();
        return new SlotQuery(
                swedish(),
                60,
                null,
                null,
                null,
                null,
                null,
                midnight.atZone(ZONE).toInstant(),
                midnight.plusDays(1).atZone(ZONE).toInstant(),
                null,
                1_000,
                Set.of(),
                now);
    }
}
