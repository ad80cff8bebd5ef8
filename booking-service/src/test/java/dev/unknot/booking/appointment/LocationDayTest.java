package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.LocationDay;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The day of a location in Vienna, as the book stood. */
@ServiceTest
class LocationDayTest extends HoldsOverHttp {

    @Autowired
    private Appointments appointments;

    @Autowired
    private Histories histories;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void theLocationIsStored() {
        jdbc().sql("INSERT INTO supply_snapshots (id, kind, version, snapshot) VALUES (?, 'LOCATION', 1, ?::jsonb)")
                .param(clinic.location.value())
                .param(JsonMapper.builder().build().writeValueAsString(clinic.snapshot()))
                .update();
    }

    @Test
    void aVisitThatWasMovedToAnotherDayIsOnTheOldDayAsOfBeforeAndOnTheNewAsOfAfter() {
        Instant next = clinic.at(10, 0).plus(Duration.ofDays(1));
        String id = book(ada, 10);
        Instant booked = afterAWhile();
        ok(move(owner, id, 1, to(next)));
        Instant moved = afterAWhile();
        ok(step(owner, id, "confirmation", 2));

        assertThat(day(clinic.at(10, 0), booked)).extracting("id").containsExactly(AppointmentId.of(id));
        assertThat(day(next, booked)).isEmpty();
        assertThat(day(clinic.at(10, 0), moved)).isEmpty();
        assertThat(day(next, moved)).extracting("status").containsExactly(AppointmentStatus.BOOKED);
        assertThat(day(next, null)).containsExactly(one(id));
        assertThat(day(clinic.at(10, 0), booked.minus(Duration.ofHours(2)))).isEmpty();
    }

    @Test
    void itTellsWhoWhereAndHowItStoodThen() {
        String id = book(ada, 10);
        AppointmentView before = one(id);
        Instant booked = afterAWhile();
        TherapistId noor = clinic.therapist();
        clinic.withRoom(1);
        ok(move(owner, id, 1, to(clinic.at(11, 0), noor)));
        ok(cancel(owner, id, 2));
        AppointmentView cancelled = one(id);

        assertThat(day(clinic.at(10, 0), booked)).containsExactly(before);
        assertThat(day(clinic.at(10, 0), null)).containsExactly(cancelled);
    }

    @Test
    void aHoldIsThereForAsLongAsItsLease() {
        AppointmentView held = hold(10);
        Instant during = afterAWhile();
        letTheLeaseEnd();

        assertThat(day(clinic.at(10, 0), during)).extracting("id").containsExactly(held.id());
        assertThat(day(clinic.at(10, 0), null)).isEmpty();
    }

    @Test
    void peopleSeeTheDaysOfTheirLocationsAndATherapistTheirOwnVisits() {
        String id = book(ada, 10);
        Instant miras = afterAWhile();
        TherapistId noor = clinic.therapist();
        ok(move(owner, id, 1, to(clinic.at(10, 0), noor)));
        Http mirasPhone = as(Tokens.of(Role.THERAPIST, mira.toString()));
        Http elsewhere = as(Tokens.of(Role.FRONT_DESK, new LocationId(some())));

        assertThat(visits(mirasPhone, clinic.at(10, 0), miras)).hasSize(1);
        assertThat(visits(mirasPhone, clinic.at(10, 0), null)).isEmpty();
        assertThat(elsewhere.get(path(clinic.at(10, 0), null)).code()).isEqualTo("location-not-yours");
        assertThat(link(id).get(path(clinic.at(10, 0), null)).code()).isEqualTo("role-not-allowed");
        assertThat(owner.get("/api/v1/locations/" + some() + "/day?date=2030-01-01")
                        .code())
                .isEqualTo("not-found");
        for (String date : List.of("2500-01-01", "%2B999999999-12-31", "-999999999-01-01")) {
            assertThat(owner.get("/api/v1/locations/" + clinic.location + "/day?date=" + date)
                            .code())
                    .as(date)
                    .isEqualTo("invalid-parameter");
        }
        for (String then : List.of("-1000000000-01-01T00:00:00Z", "1900-01-01T00:00:00Z", "2200-01-01T00:00:00Z")) {
            assertThat(owner.get("/api/v1/locations/" + clinic.location + "/day?date=2030-01-01&asOf=" + then)
                            .code())
                    .as(then)
                    .isEqualTo("invalid-parameter");
        }
    }

    /** Vienna's clocks go forward at two and back at three. */
    @ParameterizedTest
    @CsvSource({"2027-03-28, 23", "2027-10-31, 25", "2027-06-15, 24"})
    void aDayIsAsLongAsTheLocationsClockSays(LocalDate date, int hours) {
        Instant start = date.atStartOfDay(Clinic.ZONE).toInstant();
        Instant end = start.plus(Duration.ofHours(hours));
        String first = written(start);
        String last = written(end.minus(Duration.ofHours(1)));
        String overMidnight = written(end.minus(Duration.ofMinutes(30)));
        String dayAfter = written(end);
        Instant then = afterAWhile();

        assertThat(ids(date, then)).containsExactly(first, last, overMidnight);
        assertThat(ids(date.plusDays(1), then)).containsExactly(overMidnight, dayAfter);
        LocationDay day = owner.get(path(date, then)).body(LocationDay.class);
        assertThat(Duration.between(day.start(), day.end())).isEqualTo(Duration.ofHours(hours));
        assertThat(day.items().getFirst().appointment().localStart())
                .isEqualTo(LocalDateTime.of(date, LocalTime.MIDNIGHT));
    }

    /** As it would be booked, far beyond what any schedule reaches. */
    private String written(Instant start) {
        Appointment booked = new Appointment(
                new AppointmentId(UUID.randomUUID()),
                1,
                1,
                AppointmentStatus.BOOKED,
                List.of(new Participant(ada, mira)),
                treatment,
                new Visit(
                        60, clinic.location, Clinic.ZONE, new RoomId(UUID.randomUUID()), start, new Money(8900, "EUR")),
                List.of(),
                null,
                null,
                null,
                null,
                false);
        Instant now = clock().instant();
        transaction.executeWithoutResult(status -> {
            appointments.insert(booked, now);
            histories.add(booked.booked(List.of()), now, "owner:1", null);
        });
        return booked.id().toString();
    }

    /** An instant after all that was done, and before all that will be. */
    private Instant afterAWhile() {
        goTo(clock().instant().plusSeconds(60));
        Instant then = clock().instant().truncatedTo(ChronoUnit.MICROS);
        goTo(then.plusSeconds(60));
        return then;
    }

    private List<AppointmentView> day(Instant during, @Nullable Instant asOf) {
        return visits(owner, during, asOf);
    }

    private List<AppointmentView> visits(Http caller, Instant during, @Nullable Instant asOf) {
        Answer answer = caller.get(path(during, asOf));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body(LocationDay.class).items().stream()
                .map(LocationDay.Item::appointment)
                .toList();
    }

    private List<String> ids(LocalDate date, Instant asOf) {
        return owner.get(path(date, asOf)).body(LocationDay.class).items().stream()
                .map(item -> item.appointment().id().toString())
                .toList();
    }

    private String path(Instant during, @Nullable Instant asOf) {
        return path(LocalDate.ofInstant(during, Clinic.ZONE), asOf);
    }

    private String path(LocalDate date, @Nullable Instant asOf) {
        return "/api/v1/locations/" + clinic.location + "/day?date=" + date
                + (asOf == null ? "" : "&asOf=" + asOf.atOffset(ZoneOffset.UTC));
    }
}
