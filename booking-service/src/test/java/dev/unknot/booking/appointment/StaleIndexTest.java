package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.ClientStanding;
import dev.unknot.booking.availability.Commitment;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.transaction.ResourceLocks;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The index of an instance may lag behind what is stored; the stored facts and the claims decide. */
@ServiceTest
class StaleIndexTest {

    private static final String PATH = "/api/v1/appointments";

    @LocalServerPort
    private int port;

    @Autowired
    private Availability availability;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private ResourceLocks locks;

    @Autowired
    private TransactionTemplate transaction;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    private Http owner;
    private Clinic clinic;
    private TreatmentId treatment;
    private ClientId ada;

    @BeforeEach
    void openTheClinic() {
        owner = Http.at(port).as(Tokens.owner());
        clinic = new Clinic(owner, availability).withRoom(1);
        treatment = clinic.treatment();
        ada = clinic.client();
    }

    @AfterEach
    void noCallerIsLeft() {
        callers.close();
    }

    @Test
    void aTherapistWhoLeftInTheStoredVersionIsNotBooked() {
        TherapistId mira = clinic.therapist();
        TherapistSnapshot working = clinic.therapistSnapshot(mira);
        store(mira.value(), "THERAPIST", 2, left(working));

        Answer answer = owner.post(PATH, clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)));

        assertThat(answer.code()).isEqualTo("unknown-therapist");
        assertThat(availability.version(mira)).isEqualTo(2);
    }

    @Test
    void aTherapistWhomOnlyTheStoreKnowsCanBeBooked() {
        TherapistId noor = new TherapistId(UUID.randomUUID());
        store(noor.value(), "THERAPIST", 1, clinic.therapistSnapshot(noor));

        Answer answer = owner.post(PATH, clinic.hourOf(treatment, ada, noor, clinic.at(10, 0)));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @Test
    void aLocationThatIsClosedInTheStoredVersionIsNotBooked() {
        TherapistId mira = clinic.therapist();
        LocationSnapshot known = clinic.snapshot();
        store(clinic.location.value(), "LOCATION", 2, closed(known));

        Answer answer = owner.post(PATH, clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)));

        assertThat(answer.code()).isEqualTo("outside-working-time");
    }

    @Test
    void aTreatmentThatIsNoLongerSoldInTheStoredVersionIsNotBooked() {
        TherapistId mira = clinic.therapist();
        jdbc.sql("UPDATE treatments SET version = 2, last_day = '2020-01-01' WHERE id = ?")
                .param(treatment.value())
                .update();

        Answer answer = owner.post(PATH, clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)));

        assertThat(answer.code()).isEqualTo("no-longer-sold");
        assertThat(availability.version(treatment)).isEqualTo(2);
    }

    @Test
    void aTimeTheIndexBelievesTakenIsBookedWhenNoClaimHoldsIt() {
        TherapistId mira = clinic.therapist();
        TimeRange session = TimeRange.of(clinic.at(10, 0), Duration.ofHours(1));
        availability.learn(new Commitment(
                UUID.randomUUID(),
                1,
                clinic.location,
                session,
                List.of(new Claim(ResourceKind.THERAPIST, mira.value(), mira.value(), session)),
                null));

        Answer answer = owner.post(PATH, clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @Test
    void aShiftTakenAwayWhileTheBookingWaitsForItsLocksIsNotBooked() throws Exception {
        TherapistId mira = clinic.therapist();
        TherapistSnapshot away = away(clinic.therapistSnapshot(mira));

        Answer answer = waitingFor(mira.value(), clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)), () -> {
            store(mira.value(), "THERAPIST", 2, away);
            availability.learn(away, 2);
        });

        assertThat(answer.code()).isEqualTo("outside-working-time");
    }

    @Test
    void aClientBarredWhileTheBookingWaitsForThemIsNotBooked() throws Exception {
        TherapistId mira = clinic.therapist();

        Answer answer = waitingFor(
                ada.value(),
                clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)),
                () -> restrict(new ClientStanding(ada, 2, true, Set.of())));

        assertThat(answer.code()).isEqualTo("client-barred");
    }

    @Test
    void aTherapistAvoidedSinceTheBookingWaitsForTheClientIsNotBooked() throws Exception {
        TherapistId mira = clinic.therapist();

        Answer answer = waitingFor(
                ada.value(),
                clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)),
                () -> restrict(new ClientStanding(ada, 2, false, Set.of(mira))));

        assertThat(answer.code()).isEqualTo("therapist-avoided");
    }

    @Test
    void whomOneOfACoupleAvoidsSinceTheBookingWaitsMayTreatTheOther() throws Exception {
        clinic.withRoom(2);
        TherapistId mira = clinic.therapist();
        TherapistId noor = clinic.therapist();
        List<Seat> couple = List.of(new Seat(ada, noor), new Seat(clinic.client(), mira));

        Answer answer = waitingFor(
                ada.value(),
                new BookAppointment(couple, treatment, 60, clinic.location, clinic.at(10, 0), null),
                () -> restrict(new ClientStanding(ada, 2, false, Set.of(mira))));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @Test
    void whatIsPutOnTheMenuWhileTheBookingWaitsForItsLocksIsWhatItCosts() throws Exception {
        TherapistId mira = clinic.therapist();
        Money dearer = new Money(12_000, "EUR");
        Menu menu = new Menu(List.of(new MenuEntry(treatment, 60, dearer, new BigDecimal("20"))), List.of());

        Answer answer = waitingFor(
                mira.value(), clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)), () -> put("menu", menu));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.body(AppointmentView.class).price()).isEqualTo(dearer);
    }

    @Test
    void whatIsTakenOffTheMenuWhileTheBookingWaitsForItsLocksIsNotBooked() throws Exception {
        TherapistId mira = clinic.therapist();
        Menu nothing = new Menu(List.of(), List.of());

        Answer answer = waitingFor(
                mira.value(), clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)), () -> put("menu", nothing));

        assertThat(answer.code()).isEqualTo("not-on-menu");
    }

    @Test
    void aPolicyPutWhileTheBookingWaitsForItsLocksIsKept() throws Exception {
        TherapistId mira = clinic.therapist();
        BookingPolicy untilTomorrow =
                new BookingPolicy(null, null, 1, null, null, null, Duration.ZERO, Duration.ZERO, null, null);

        Answer answer = waitingFor(
                mira.value(),
                clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)),
                () -> put("booking-policy", untilTomorrow));

        assertThat(answer.code()).isEqualTo("too-far-ahead");
    }

    @Test
    void aTherapistTheIndexBelievesFreeIsPassedOverForOneWhoIs() {
        clinic.withRoom(5);
        List<TherapistId> staff = List.of(clinic.therapist(), clinic.therapist(), clinic.therapist());
        TherapistId free = staff.get(1);
        for (TherapistId therapist : staff) {
            if (!therapist.equals(free)) {
                claimElsewhere(therapist);
            }
        }

        Answer answer = owner.post(PATH, clinic.hourOf(treatment, ada, null, clinic.at(10, 0)));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.body().at("/participants/0/therapistId").asString()).isEqualTo(free.toString());
    }

    /** What comes of a booking that has been decided and waits for {@code locked} while {@code meanwhile} happens. */
    private Answer waitingFor(UUID locked, BookAppointment wish, Runnable meanwhile) throws Exception {
        Future<Answer> answer = Objects.requireNonNull(transaction.execute(status -> {
            locks.lock(List.of(locked));
            Future<Answer> booking = callers.submit(() -> owner.post(PATH, wish));
            Probe.waitUntil("the booking has looked at the index and waits", this::someoneWaitsForALock);
            meanwhile.run();
            return booking;
        }));
        return answer.get(30, TimeUnit.SECONDS);
    }

    /** Stored, and taught to the index before whoever waits for the client goes on. */
    private void restrict(ClientStanding standing) {
        UUID client = standing.client().value();
        jdbc.sql("UPDATE clients SET version = ?, barred_because = ? WHERE id = ?")
                .params(Arrays.asList(standing.version(), standing.barred() ? "Shouts." : null, client))
                .update();
        standing.avoids()
                .forEach(therapist -> jdbc.sql("INSERT INTO client_avoids (client_id, therapist_id) VALUES (?, ?)")
                        .params(client, therapist.value())
                        .update());
        availability.learn(standing);
    }

    private void put(String which, Object terms) {
        Answer put = owner.put("/api/v1/locations/" + clinic.location + "/" + which, terms, "If-Match", "\"0\"");
        assertThat(put.status()).as("%s", put).isEqualTo(200);
    }

    private boolean someoneWaitsForALock() {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
                """).query(Boolean.class).single();
    }

    private void store(UUID id, String kind, long version, Object snapshot) {
        jdbc.sql("INSERT INTO supply_snapshots (id, kind, version, snapshot) VALUES (?, ?, ?, CAST(? AS jsonb))")
                .param(id)
                .param(kind)
                .param(version)
                .param(json.writeValueAsString(snapshot))
                .update();
    }

    /** As another instance has booked it, of which this one has not heard yet. */
    private void claimElsewhere(TherapistId therapist) {
        Answer booked = owner.post(PATH, clinic.hourOf(treatment, clinic.client(), therapist, clinic.at(10, 0)));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        availability.learn(Commitment.none(UUID.fromString(booked.createdId()), 2));
    }

    private static TherapistSnapshot left(TherapistSnapshot before) {
        return with(before, TherapistState.LEFT, before.workingTime());
    }

    private static TherapistSnapshot away(TherapistSnapshot before) {
        return with(before, before.state(), List.of());
    }

    private static TherapistSnapshot with(
            TherapistSnapshot before, TherapistState state, List<WorkingTime> workingTime) {
        return new TherapistSnapshot(
                before.id(),
                before.name(),
                before.gender(),
                before.skills(),
                before.licensedUntil(),
                state,
                before.horizon(),
                workingTime);
    }

    private static LocationSnapshot closed(LocationSnapshot before) {
        return new LocationSnapshot(
                before.id(),
                before.name(),
                before.zone(),
                before.address(),
                before.phone(),
                before.horizon(),
                List.of(),
                before.rooms());
    }
}
