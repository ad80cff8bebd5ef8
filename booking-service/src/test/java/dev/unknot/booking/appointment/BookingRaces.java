package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.Topics;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nobody is booked twice, over HTTP on a real PostgreSQL. Run once as the service runs and once with everything but the
 * constraint switched off.
 *
 * <p>To see the second run red, take the constraint away: put {@code V99__drop.sql} with
 * {@code ALTER TABLE claims DROP CONSTRAINT nobody_is_booked_twice} under {@code src/test/resources/db/migration}.
 */
abstract class BookingRaces {

    private static final int CALLERS = 50;

    @LocalServerPort
    private int port;

    @Autowired
    private Availability availability;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TopicReader topics;

    private Http owner;
    private Clinic clinic;
    private TreatmentId treatment;
    private TherapistId mira;
    private List<ClientId> clients;

    @BeforeEach
    void openTheClinic() {
        owner = Http.at(port).as(Tokens.owner());
        clinic = new Clinic(owner, availability).withRoom(1);
        treatment = clinic.treatment();
        mira = clinic.therapist();
        clients = IntStream.range(0, CALLERS).mapToObj(i -> clinic.client()).toList();
    }

    @Test
    void ofFiftyCallersForOneTimeOneGetsItAndItIsAnnouncedOnce() {
        List<Answer> answers = race(i -> clinic.hourOf(treatment, clients.get(i), mira, clinic.at(10, 0)));

        UUID booked = onlyWinner(answers);
        assertThat(claimsOf(booked)).containsExactlyInAnyOrder("CLIENT", "ROOM", "THERAPIST");
        assertThat(announcedOf(clinic)).containsExactly(booked);
    }

    @Test
    void overlappingTimesExcludeEachOther() {
        List<Answer> answers =
                race(i -> clinic.hourOf(treatment, clients.get(i), mira, clinic.at(10, i % 2 == 0 ? 0 : 45)));

        onlyWinner(answers);
    }

    @Test
    void aLongSessionAndTheShortOnesInsideItExcludeEachOther() {
        List<Answer> answers = race(i -> i % 2 == 0
                ? clinic.booking(treatment, 120, clients.get(i), mira, clinic.at(10, 0))
                : clinic.booking(treatment, 60, clients.get(i), mira, clinic.at(10, 30)));

        onlyWinner(answers);
    }

    @Test
    void sessionsThatTouchExcludeEachOtherByTheirBuffers() {
        TreatmentId withRest = clinic.treatment(5, 10, null, null);

        List<Answer> answers =
                race(i -> clinic.hourOf(withRest, clients.get(i), mira, clinic.at(i % 2 == 0 ? 10 : 11, 0)));

        onlyWinner(answers);
    }

    @Test
    void theLastPlaceInARoomGoesToOneTherapist() {
        List<TherapistId> therapists =
                IntStream.range(0, 10).mapToObj(i -> clinic.therapist()).toList();

        List<Answer> answers =
                race(i -> clinic.hourOf(treatment, clients.get(i), therapists.get(i % 10), clinic.at(10, 0)));

        onlyWinner(answers);
    }

    @Test
    void aClientIsInOnePlaceAtATime() {
        clinic.withRoom(10);
        List<TherapistId> therapists =
                IntStream.range(0, 10).mapToObj(i -> clinic.therapist()).toList();

        List<Answer> answers =
                race(i -> clinic.hourOf(treatment, clients.getFirst(), therapists.get(i % 10), clinic.at(10, 0)));

        onlyWinner(answers);
    }

    @Test
    void aClientIsInOneLocationAtATime() {
        Clinic elsewhere = new Clinic(owner, availability).withRoom(1);
        TherapistId noor = elsewhere.therapist();

        List<Answer> answers = race(i -> i % 2 == 0
                ? clinic.hourOf(treatment, clients.getFirst(), mira, clinic.at(10, 0))
                : elsewhere.hourOf(treatment, clients.getFirst(), noor, clinic.at(10, 30)));

        assertThat(winners(answers)).hasSize(1);
        assertThat(losers(answers))
                .hasSize(CALLERS - 1)
                .allMatch(answer -> answer.code().equals("slot-taken"));
    }

    @Test
    void whatIsOverbookedPassesOverWhatStandsAndNothingOrdinaryPassesOverIt() {
        clinic.withRoom(10);
        onlyWinner(race(1, i -> clinic.hourOf(treatment, clients.getFirst(), mira, clinic.at(10, 0))));

        List<Answer> answers = race(20, i -> {
            BookAppointment wish = clinic.hourOf(treatment, clients.get(1 + i), mira, clinic.at(10, 45));
            return i < 3 ? Clinic.overbooking(wish) : wish;
        });

        assertThat(winners(answers))
                .hasSize(3)
                .allMatch(answer -> answer.body().path("overbooked").asBoolean());
        assertThat(losers(answers)).hasSize(17).allMatch(answer -> answer.code().equals("slot-taken"));
        assertThat(race(1, i -> clinic.hourOf(treatment, clients.get(40), mira, clinic.at(11, 30))))
                .as("after the first visit, over the second")
                .allMatch(answer -> answer.code().equals("slot-taken"));
    }

    @Test
    void tenWhoAskForAnyOfThreeTherapistsGetThreeDifferentOnes() {
        clinic.withRoom(3);
        clinic.therapist();
        clinic.therapist();

        List<Answer> answers = race(10, i -> clinic.hourOf(treatment, clients.get(i), null, clinic.at(10, 0)));

        assertThat(winners(answers)).hasSize(3);
        assertThat(winners(answers).stream()
                        .map(answer ->
                                answer.body().at("/participants/0/therapistId").asString()))
                .doesNotHaveDuplicates();
        assertThat(losers(answers)).hasSize(7).allMatch(answer -> answer.code().equals("slot-taken"));
    }

    private List<Answer> race(IntFunction<BookAppointment> wish) {
        return race(CALLERS, wish);
    }

    List<Answer> race(int callers, IntFunction<BookAppointment> wish) {
        return Race.of(callers, i -> {
            BookAppointment body = wish.apply(i);
            return () -> book(body);
        });
    }

    Answer book(BookAppointment body) {
        String key = "race-" + UUID.randomUUID();
        return Race.answered(() -> owner.post("/api/v1/appointments", body, "Idempotency-Key", key));
    }

    Http owner() {
        return owner;
    }

    TherapistId mira() {
        return mira;
    }

    Clinic clinic() {
        return clinic;
    }

    TreatmentId treatment() {
        return treatment;
    }

    List<ClientId> clients() {
        return clients;
    }

    static List<Answer> winners(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 201).toList();
    }

    private static List<Answer> losers(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 409).toList();
    }

    private UUID onlyWinner(List<Answer> answers) {
        assertThat(winners(answers)).hasSize(1);
        assertThat(losers(answers))
                .hasSize(answers.size() - 1)
                .allMatch(answer -> answer.code().equals("slot-taken"));
        assertThat(appointmentsAt(clinic)).hasSize(1);
        return appointmentsAt(clinic).getFirst();
    }

    private List<UUID> appointmentsAt(Clinic clinic) {
        return jdbc.sql("SELECT id FROM appointments WHERE location_id = ?")
                .param(clinic.location.value())
                .query(UUID.class)
                .list();
    }

    List<String> claimsOf(UUID appointment) {
        return jdbc.sql("SELECT kind FROM claims WHERE appointment_id = ?")
                .param(appointment)
                .query(String.class)
                .list();
    }

    boolean someoneWaitsForALock() {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
                """).query(Boolean.class).single();
    }

    long claimsOn(TherapistId therapist, Instant instant) {
        return jdbc.sql("SELECT count(*) FROM claims WHERE resource_id = ? AND during @> CAST(? AS timestamptz)")
                .param(therapist.value())
                .param(instant.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    List<UUID> announcedOf(Clinic clinic) {
        Probe.waitUntil(
                "the outbox is empty",
                () -> jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single() == 0);
        return topics.read(Topics.APPOINTMENTS).stream()
                .filter(record ->
                        new String(record.value(), StandardCharsets.UTF_8).contains(clinic.location.toString()))
                .map(record -> UUID.fromString(record.key()))
                .toList();
    }
}
