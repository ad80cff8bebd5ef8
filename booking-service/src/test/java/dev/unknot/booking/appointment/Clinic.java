package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.CreateClient;
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
import dev.unknot.common.treatment.CreateTreatment;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A clinic in Vienna, open each day from 6 to 20 o'clock UTC for two weeks; its therapists work from 7 to 19. */
final class Clinic {

    static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
    static final Duration TURNOVER = Duration.ofMinutes(10);

    final LocationId location = new LocationId(UUID.randomUUID());
    final List<RoomSnapshot> rooms = new ArrayList<>();

    private final Http owner;
    private final Availability availability;
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

    Clinic(Http owner, Availability availability) {
        this.owner = owner;
        this.availability = availability;
        Probe.waitUntil("the index is complete", availability::complete);
    }

    /** {@code hour} and {@code minute} in UTC, on a day far enough ahead for any notice. */
    Instant at(int hour, int minute) {
        return today.plus(Duration.ofDays(3)).plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(minute));
    }

    Clinic withRoom(int places, String... capabilities) {
        rooms.add(room(places, Set.of(capabilities)));
        availability.learn(snapshot(), rooms.size());
        return this;
    }

    Clinic withRooms(int number) {
        for (int i = 0; i < number; i++) {
            rooms.add(room(1, Set.of()));
        }
        availability.learn(snapshot(), rooms.size());
        return this;
    }

    private RoomSnapshot room(int places, Set<String> capabilities) {
        return new RoomSnapshot(
                new RoomId(UUID.randomUUID()),
                "Room " + rooms.size(),
                capabilities,
                places,
                (int) TURNOVER.toMinutes(),
                List.of());
    }

    LocationSnapshot snapshot() {
        return new LocationSnapshot(
                location,
                "Neubau",
                ZONE,
                new Address("Lindengasse 1", "1070", "Wien", "AT"),
                "+43 1 5261234",
                horizon(),
                eachDay(6, 20),
                rooms);
    }

    /** As though the week's hours ended at 22 o'clock. */
    void closeInTheEvenings() {
        LocationSnapshot now = snapshot();
        availability.learn(
                new LocationSnapshot(
                        now.id(),
                        now.name(),
                        now.zone(),
                        now.address(),
                        now.phone(),
                        now.horizon(),
                        now.open(),
                        now.rooms(),
                        eachDay(20, 22),
                        null),
                100);
    }

    void takeEveryRoomOut() {
        rooms.replaceAll(room -> new RoomSnapshot(
                room.id(), room.name(), room.capabilities(), room.places(), room.turnoverMinutes(), eachDay(6, 20)));
        availability.learn(snapshot(), 101);
    }

    /** As though the shift began at 6 o'clock. */
    TherapistId therapistAwayEarly(String... skills) {
        TherapistSnapshot late = therapistSnapshot(new TherapistId(UUID.randomUUID()), skills);
        availability.learn(
                new TherapistSnapshot(
                        late.id(),
                        late.name(),
                        late.gender(),
                        late.skills(),
                        late.licensedUntil(),
                        late.state(),
                        late.horizon(),
                        late.workingTime(),
                        List.of(),
                        eachDay(6, 7).stream()
                                .map(during -> new WorkingTime(location, during))
                                .toList()),
                1);
        return late.id();
    }

    TherapistId therapist(String... skills) {
        TherapistSnapshot therapist = therapistSnapshot(new TherapistId(UUID.randomUUID()), skills);
        availability.learn(therapist, 1);
        return therapist.id();
    }

    TherapistSnapshot therapistSnapshot(TherapistId id, String... skills) {
        return new TherapistSnapshot(
                id,
                "Mira Novak",
                Gender.FEMALE,
                Set.of(skills),
                null,
                TherapistState.ACTIVE,
                horizon(),
                eachDay(7, 19).stream()
                        .map(during -> new WorkingTime(location, during))
                        .toList());
    }

    ClientId client() {
        Answer created = owner.post(
                "/api/v1/clients", new CreateClient("Ada Lind", UUID.randomUUID() + "@example.org", null, "de"));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return ClientId.of(created.createdId());
    }

    /** 60 and 120 minutes, each quarter of an hour, an hour's notice. */
    TreatmentId treatment(int before, int after, @Nullable String skill, @Nullable String capability) {
        Answer created = owner.post(
                "/api/v1/treatments",
                new CreateTreatment(
                        Approach.SWEDISH,
                        "Classic",
                        List.of(new Offer(60, new Money(8900, "EUR")), new Offer(120, new Money(15900, "EUR"))),
                        before,
                        after,
                        skill,
                        capability,
                        15,
                        60));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return TreatmentId.of(created.createdId());
    }

    TreatmentId treatment() {
        return treatment(0, 0, null, null);
    }

    BookAppointment hourOf(TreatmentId treatment, ClientId client, @Nullable TherapistId therapist, Instant start) {
        return booking(treatment, 60, client, therapist, start);
    }

    BookAppointment booking(
            TreatmentId treatment, int minutes, ClientId client, @Nullable TherapistId therapist, Instant start) {
        return new BookAppointment(List.of(new Seat(client, therapist)), treatment, minutes, location, start, null);
    }

    HoldTime holdOf(TreatmentId treatment, ClientId client, TherapistId therapist, Instant start) {
        return new HoldTime(client, therapist, treatment, 60, location, start, null);
    }

    static BookAppointment overbooking(BookAppointment wish) {
        return new BookAppointment(
                wish.participants(),
                wish.treatmentId(),
                wish.minutes(),
                wish.locationId(),
                wish.start(),
                null,
                null,
                null,
                null,
                "He comes from far away.");
    }

    private TimeRange horizon() {
        return TimeRange.of(today, Duration.ofDays(14));
    }

    private List<TimeRange> eachDay(int fromHour, int toHour) {
        return LongStream.range(0, 14)
                .mapToObj(day -> today.plus(Duration.ofDays(day)))
                .map(day -> new TimeRange(day.plus(Duration.ofHours(fromHour)), day.plus(Duration.ofHours(toHour))))
                .toList();
    }
}
