package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentAmended;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientMerge;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.client.EraseClient;
import dev.unknot.common.client.MergeClient;
import dev.unknot.common.client.PutRestrictions;
import dev.unknot.common.client.RestrictionsView;
import dev.unknot.common.event.Topics;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import dev.unknot.platform.transaction.ResourceLocks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Two clients are the same person. */
@ServiceTest
class MergeTest extends LifeOverHttp {

    private static final String CLIENTS = "/api/v1/clients/";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TopicReader topics;

    @Autowired
    private ResourceLocks locks;

    @Autowired
    private TransactionTemplate transaction;

    private ClientId twin;

    @BeforeEach
    void recordAdaTwice() {
        twin = ClientId.of(owner.post("/api/v1/clients", new CreateClient("Ada L.", null, "+43 660 7777777", "de"))
                .createdId());
    }

    @Test
    void whatIsOfTheDuplicateBecomesTheOthersAndIsAnnounced() {
        String ahead = book(twin, 10);
        String cancelled = book(twin, 12);
        cancel(owner, cancelled, 1);
        String held = owner.post("/api/v1/holds", clinic.holdOf(treatment, twin, mira, clinic.at(14, 0)))
                .createdId();

        Answer merged = merge(owner, ada, 1, twin, 1);

        assertThat(merged.status()).as("%s", merged).isEqualTo(200);
        assertThat(merged.body(ClientView.class).phone()).isEqualTo("+436607777777");
        for (String each : List.of(ahead, cancelled, held)) {
            assertThat(one(each).participants().getFirst().clientId()).isEqualTo(ada);
        }
        assertThat(one(ahead).revision()).isEqualTo(1);
        assertThat(one(cancelled).status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(one(cancelled).cancellation()).isNotNull();
        assertThat(claimsOf(ada)).isEqualTo(2);
        assertThat(claimsOf(twin)).isZero();
        refused(
                409,
                "slot-taken",
                owner.post("/api/v1/appointments", clinic.hourOf(treatment, ada, null, clinic.at(10, 30))));
        assertThat(announced(ahead)).last().isEqualTo("dev.unknot.appointment.amended.v1");
        assertThat(JsonMapper.shared()
                        .readValue(records(ahead).getLast().value(), AppointmentAmended.class)
                        .merged())
                .isEqualTo(new ClientMerge(twin, ada));
        ConsumerRecord<String, byte[]> tombstone = Probe.eventually(
                "the duplicate's tombstone is announced",
                () -> topics.read(Topics.CLIENTS, twin.toString()).stream()
                        .filter(record -> record.value() == null)
                        .findFirst());
        assertThat(new String(tombstone.headers().lastHeader("ce_cause").value(), StandardCharsets.UTF_8))
                .isEqualTo("merged-into:" + ada);
        refused(404, "not-found", owner.get(CLIENTS + twin));
        assertThat(owner.get("/api/v1/clients?phone=%2B436607777777")
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .contains(ada.toString())
                .doesNotContain(twin.toString());
    }

    @Test
    void whatStandsInTheWayOfEitherStandsInTheWayOfBothAndPlacesAreJoined() {
        restrict(twin, new PutRestrictions("Never pays.", Set.of(mira)));
        Http manager = as(Tokens.of(Role.MANAGER, clinic.location));
        knowAtTheClinic(ada, twin);

        assertThat(merge(manager, ada, 1, twin, 2).status()).isEqualTo(200);

        RestrictionsView restrictions =
                owner.get(CLIENTS + ada + "/restrictions").body(RestrictionsView.class);
        assertThat(restrictions.barred()).isEqualTo("Never pays.");
        assertThat(restrictions.avoids()).containsExactly(mira);
        refused(409, "client-barred", tryToBook(ada, clinic.at(10, 0)));
    }

    @Test
    void whyEitherIsBarredIsKeptAndNothingOfItIsCutOff() {
        restrict(ada, new PutRestrictions("Never pays.", Set.of()));
        restrict(twin, new PutRestrictions("Shouts at Mira.", Set.of()));
        assertThat(merge(owner, ada, 2, twin, 2).status()).isEqualTo(200);
        assertThat(owner.get(CLIENTS + ada + "/restrictions")
                        .body(RestrictionsView.class)
                        .barred())
                .isEqualTo("Never pays. Shouts at Mira.");

        ClientId other = clinic.client();
        restrict(other, new PutRestrictions("x".repeat(490), Set.of()));
        Answer refused = merge(owner, ada, 3, other, 2);
        refused(409, "reasons-too-long", refused);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("duplicateId");
    }

    @Test
    void aVisitAheadThatOnlyTheOtherRecordRulesOutIsLookedAtFirst() {
        restrict(ada, new PutRestrictions(null, Set.of(mira)));
        String withMira = book(twin, 10);

        Answer refused = merge(owner, ada, 2, twin, 1);

        refused(409, "visits-against-restrictions", refused);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("duplicateId");
        assertThat(one(withMira).participants().getFirst().clientId()).isEqualTo(twin);
        cancel(owner, withMira, 1);
        assertThat(merge(owner, ada, 2, twin, 1).status()).isEqualTo(200);
    }

    @Test
    void whoeverOfTheTwoIsBarredAVisitAheadOfTheOtherIsLookedAtFirst() {
        ClientId visitor = clinic.client();
        String visit = book(visitor, 10);
        restrict(twin, new PutRestrictions("Never pays.", Set.of()));

        refused(409, "visits-against-restrictions", merge(owner, visitor, 1, twin, 2));
        refused(409, "visits-against-restrictions", merge(owner, twin, 2, visitor, 1));

        cancel(owner, visit, 1);
        assertThat(merge(owner, visitor, 1, twin, 2).status()).isEqualTo(200);
        refused(409, "client-barred", tryToBook(visitor, clinic.at(10, 0)));
    }

    @Test
    void aSeriesIsHandedOverWithItsVisits() {
        jdbc.sql("""
                INSERT INTO series (id, version, participants, treatment_id, minutes, location_id, zone, first_date, local_time,
                    recurrence, agreed_at)
                VALUES (:id, 1, jsonb_build_array(jsonb_build_object('clientId', CAST(:twin AS text))), :treatment, 60,
                    :location, 'Europe/Vienna', '2026-01-05', '10:00', '{}', '2026-01-01T00:00:00Z')
                """)
                .param("id", twin.value())
                .param("twin", twin.toString())
                .param("treatment", treatment.value())
                .param("location", clinic.location.value())
                .update();

        assertThat(merge(owner, ada, 1, twin, 1).status()).isEqualTo(200);

        assertThat(jdbc.sql("SELECT version || ' ' || (participants -> 0 ->> 'clientId') FROM series WHERE id = ?")
                        .param(twin.value())
                        .query(String.class)
                        .single())
                .isEqualTo("2 " + ada);
    }

    @Test
    void twoWhoAreNotOnePersonAreNotMerged() {
        Clinic pair = anotherClinic().withRoom(2);
        BookAppointment together = new BookAppointment(
                List.of(new Seat(ada, pair.therapist()), new Seat(twin, pair.therapist())),
                pair.treatment(),
                60,
                pair.location,
                pair.at(10, 0),
                null);
        assertThat(owner.post("/api/v1/appointments", together).status()).isEqualTo(201);

        refused(409, "visit-together", merge(owner, ada, 1, twin, 1));
        refused(422, "merged-with-itself", merge(owner, ada, 1, ada, 1));
    }

    @Test
    void whoCameToAVisitOfTheDuplicateMayBeErasedByNow() {
        Clinic pair = anotherClinic().withRoom(2);
        ClientId zora = pair.client();
        Answer together = owner.post(
                "/api/v1/appointments",
                new BookAppointment(
                        List.of(new Seat(twin, pair.therapist()), new Seat(zora, pair.therapist())),
                        pair.treatment(),
                        60,
                        pair.location,
                        pair.at(10, 0),
                        null));
        String visit = together.createdId();
        cancel(owner, visit, 1);
        assertThat(owner.post(CLIENTS + zora + "/erasure", new EraseClient(false), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(204);

        Answer merged = merge(owner, ada, 1, twin, 1);

        assertThat(merged.status()).as("%s", merged).isEqualTo(200);
        assertThat(one(visit).participants())
                .extracting(participant -> participant.clientId())
                .containsExactly(ada, zora);
    }

    @Test
    void visitsAtTheSameTimeAreSortedOutFirst() {
        Clinic elsewhere = anotherClinic();
        book(ada, 10);
        owner.post(
                "/api/v1/appointments", elsewhere.hourOf(treatment, twin, elsewhere.therapist(), elsewhere.at(10, 30)));

        refused(409, "visits-overlap", merge(owner, ada, 1, twin, 1));
        assertThat(claimsOf(twin)).isEqualTo(1);
    }

    @Test
    void ownersAndManagersWhoKnowBothMergeWhatTheyHaveSeen() {
        refused(403, "role-not-allowed", merge(as(Tokens.of(Role.FRONT_DESK)), ada, 1, twin, 1));
        refused(404, "not-found", merge(as(Tokens.of(Role.MANAGER, clinic.location)), ada, 1, twin, 1));
        knowAtTheClinic(ada);
        refused(422, "unknown-client", merge(as(Tokens.of(Role.MANAGER, clinic.location)), ada, 1, twin, 1));
        refused(412, "version-mismatch", merge(owner, ada, 2, twin, 1));
        refused(412, "version-mismatch", merge(owner, ada, 1, twin, 2));
    }

    @Test
    void whoHasReadTheOneKeptBeforeTheMergeErasesNotWhatCameToThem() {
        ClientId kept = clinic.client();
        ClientId duplicate = clinic.client();

        Answer merged = merge(owner, kept, 1, duplicate, 1);

        assertThat(merged.status() + " " + merged.etag()).isEqualTo("200 \"2\"");
        refused(
                412,
                "version-mismatch",
                owner.post(CLIENTS + kept + "/erasure", new EraseClient(false), "If-Match", "\"1\""));
    }

    /** Red without the look under the locks in {@link FreeTime#choose}: the trigger alone would answer 500. */
    @Test
    void aBookingForTheDuplicateThatComesDuringTheMergeFindsNobody() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> both = Objects.requireNonNull(transaction.execute(status -> {
                locks.lock(List.of(twin.value()));
                Future<Answer> merging = threads.submit(() -> merge(owner, ada, 1, twin, 1));
                Probe.waitUntil("the merge waits for the lock", () -> waiting() == 1);
                Future<Answer> booking = threads.submit(() -> tryToBook(twin, clinic.at(10, 0)));
                Probe.waitUntil("the booking waits for it too", () -> waiting() == 2);
                return List.of(merging, booking);
            }));

            assertThat(both.getFirst().get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
            refused(422, "unknown-client", both.getLast().get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void whicheverIsFirstABookingForTheDuplicateEndsAtTheOtherOrNowhere() {
        for (int round = 0; round < 5; round++) {
            ClientId kept = clinic.client();
            ClientId duplicate = clinic.client();
            int hour = 8 + 2 * round;

            List<Answer> answers = Race.of(
                    2,
                    i -> () -> i == 0 ? merge(owner, kept, 1, duplicate, 1) : tryToBook(duplicate, clinic.at(hour, 0)));

            assertThat(answers.getFirst().status()).as("%s", answers.getFirst()).isEqualTo(200);
            Answer booking = answers.getLast();
            if (booking.status() == 201) {
                assertThat(owner.get(PATH + booking.createdId())
                                .body(AppointmentView.class)
                                .participants()
                                .getFirst()
                                .clientId())
                        .isEqualTo(kept);
            } else {
                refused(422, "unknown-client", booking);
            }
            assertThat(claimsOf(duplicate)).isZero();
        }
    }

    private static Answer merge(Http caller, ClientId kept, int version, ClientId duplicate, long duplicateVersion) {
        return caller.post(
                CLIENTS + kept + "/merge",
                new MergeClient(duplicate, duplicateVersion),
                "If-Match",
                "\"" + version + "\"");
    }

    private void restrict(ClientId client, PutRestrictions restrictions) {
        Answer put = owner.put(CLIENTS + client + "/restrictions", restrictions, "If-Match", "\"1\"");
        assertThat(put.status()).as("%s", put).isEqualTo(200);
    }

    private void knowAtTheClinic(ClientId... clients) {
        for (ClientId client : clients) {
            jdbc.sql("INSERT INTO client_locations (client_id, location_id) VALUES (?, ?)")
                    .params(client.value(), clinic.location.value())
                    .update();
        }
    }

    private long claimsOf(ClientId client) {
        return jdbc.sql("SELECT count(*) FROM claims WHERE resource_id = ?")
                .param(client.value())
                .query(Long.class)
                .single();
    }

    private long waiting() {
        return jdbc.sql("""
                SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """).query(Long.class).single();
    }
}
