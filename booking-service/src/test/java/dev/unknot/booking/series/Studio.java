package dev.unknot.booking.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.money.Money;
import dev.unknot.common.series.BookSeries;
import dev.unknot.common.series.Recurrence;
import dev.unknot.common.series.Recurrence.Weekly;
import dev.unknot.common.series.SeriesMode;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.terms.LocationTermsSnapshot;
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
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A studio in Vienna that never closes, known for {@value #DAYS} days from now: its clock is set twice in that time. */
final class Studio {

    static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
    static final int DAYS = 400;

    final LocationId location = new LocationId(UUID.randomUUID());
    final TreatmentId treatment;
    final TherapistId mira;
    final ClientId ada;

    private final Http owner;
    private final Availability availability;
    private final LocalDate today;

    Studio(Http owner, Availability availability, Instant now, int rooms, int places) {
        this.owner = owner;
        this.availability = availability;
        today = now.atZone(ZONE).toLocalDate();
        Probe.waitUntil("the index is complete", availability::complete);
        availability.learn(location(rooms, places), 1);
        treatment = treatment();
        mira = therapist();
        ada = client();
    }

    TherapistId therapist() {
        TherapistId id = new TherapistId(UUID.randomUUID());
        availability.learn(snapshot(id), 1);
        return id;
    }

    TherapistSnapshot snapshot(TherapistId therapist) {
        return new TherapistSnapshot(
                therapist,
                "Mira Novak",
                Gender.FEMALE,
                Set.of(),
                null,
                TherapistState.ACTIVE,
                always(),
                List.of(new WorkingTime(location, always())));
    }

    ClientId client() {
        return ClientId.of(created(owner.post(
                "/api/v1/clients", new CreateClient("Ada Lind", UUID.randomUUID() + "@example.org", null, "de"))));
    }

    /** A week from now at the earliest, on the weekday of {@code today}. */
    LocalDate inWeeks(int weeks) {
        return today.plusWeeks(weeks);
    }

    Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    /** Each week from the next on, on this day of the week. */
    BookSeries weekly(@Nullable TherapistId therapist, String time, int count, SeriesMode mode) {
        return weekly(ada, therapist, inWeeks(1), time, count, mode);
    }

    BookSeries weekly(
            ClientId client,
            @Nullable TherapistId therapist,
            LocalDate first,
            String time,
            int count,
            SeriesMode mode) {
        return new BookSeries(
                List.of(new Seat(client, therapist)),
                treatment,
                60,
                location,
                first,
                LocalTime.parse(time),
                new Recurrence(new Weekly(1, Set.of(first.getDayOfWeek())), null, count, null),
                mode,
                null);
    }

    BookSeries onMondaysAndWednesdays(int count, SeriesMode mode) {
        return new BookSeries(
                List.of(new Seat(ada, mira)),
                treatment,
                60,
                location,
                inWeeks(1).with(TemporalAdjusters.next(DayOfWeek.MONDAY)),
                LocalTime.NOON,
                new Recurrence(new Weekly(1, Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY)), null, count, null),
                mode,
                null);
    }

    /** A client comes once a week at most. */
    void onceAWeek() {
        availability.learn(
                new LocationTermsSnapshot(
                        location,
                        new BookingPolicy(null, null, null, null, 1, null, Duration.ZERO, Duration.ZERO, null, null),
                        null),
                1);
    }

    void book(ClientId client, TherapistId therapist, Instant start) {
        created(owner.post(
                "/api/v1/appointments",
                new BookAppointment(List.of(new Seat(client, therapist)), treatment, 60, location, start, null)));
    }

    private LocationSnapshot location(int rooms, int places) {
        return new LocationSnapshot(
                location,
                "Josefstadt",
                ZONE,
                new Address("Lederergasse 1", "1080", "Wien", "AT"),
                "+43 1 4051234",
                always(),
                List.of(always()),
                IntStream.range(0, rooms)
                        .mapToObj(i -> new RoomSnapshot(
                                new RoomId(UUID.randomUUID()), "Room " + i, Set.of(), places, 0, List.of()))
                        .toList());
    }

    private TreatmentId treatment() {
        return TreatmentId.of(created(owner.post(
                "/api/v1/treatments",
                new CreateTreatment(
                        Approach.SWEDISH,
                        "Classic",
                        List.of(new Offer(60, new Money(8900, "EUR"))),
                        0,
                        0,
                        null,
                        null,
                        30,
                        60))));
    }

    private TimeRange always() {
        return TimeRange.of(today.atStartOfDay(ZONE).toInstant(), Duration.ofDays(DAYS));
    }

    private static String created(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.createdId();
    }
}
