package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.client.PutRestrictions;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every write of appointments and holds, tried before it is done: the same answer, and nothing left behind. */
@ServiceTest
class DryRunTest extends HoldsOverHttp {

    /** What no two runs have in common. */
    private static final Set<String> OF_ITS_OWN = Set.of("id", "expiresAt", "at", "instance");

    @Test
    void aBookingAndEachStepAfterItAnswerWhenTriedAsWhenDone() {
        String id = both(owner, APPOINTMENTS, clinic.hourOf(treatment, ada, mira, clinic.at(10, 0)), 0)
                .createdId();
        String visit = PATH + id;

        both(owner, visit + "/reschedule", to(clinic.at(14, 0)), 1);
        both(link(id), visit + "/confirmation", "", 2);
        both(owner, visit + "/cancellation", new CancelAppointment("client-asked", "She has a cold."), 3);
        both(owner, visit + "/undo", "", 4);
        goTo(clinic.at(14, 1));
        both(owner, visit + "/check-in", "", 5);
        both(owner, visit + "/session", "", 6);
        both(owner, visit + "/completion", "", 7);
        both(owner, visit + "/undo", "", 8);

        assertThat(announced(id)).hasSize(9);
    }

    @Test
    void aRefusalIsTheSameWhenTried() {
        String id = book(ada, 10);
        book(clinic.client(), 12);
        String visit = PATH + id;

        refusedAlike(owner, APPOINTMENTS, clinic.hourOf(treatment, clinic.client(), mira, clinic.at(10, 0)), 0);
        refusedAlike(owner, APPOINTMENTS, clinic.hourOf(treatment, ada, mira, clinic.at(16, 5)), 0);
        refusedAlike(owner, APPOINTMENTS, "{}", 0);
        refusedAlike(owner, visit + "/reschedule", to(clinic.at(12, 0)), 1);
        refusedAlike(owner, visit + "/reschedule", to(clinic.at(14, 0)), 7);
        refusedAlike(owner, visit + "/check-in", "", 1);
        refusedAlike(owner, visit + "/undo", "", 1);
        refusedAlike(as(Tokens.client(some())), visit + "/confirmation", "", 1);
        refusedAlike(desk, HOLDS, wish(10, null), 0);
    }

    @Test
    void aHoldIsTriedAsItIsMadeBookedAndGivenBack() {
        Answer held = both(desk, HOLDS, wish(10, null), 0);
        AppointmentView hold = held.body(AppointmentView.class);

        both(desk, APPOINTMENTS, of(hold.id(), clinic.hourOf(treatment, ada, mira, clinic.at(10, 0))), 0);
        AppointmentView other = hold(12);
        Map<String, Long> before = everything();
        assertThat(desk.delete(HOLDS + "/" + other.id() + "?dryRun=true").status())
                .isEqualTo(204);

        assertThat(everything()).isEqualTo(before);
        assertThat(one(other.id().toString()).status().name()).isEqualTo("HELD");
    }

    @Test
    void aTimeThatWasOnlyTriedIsStillOffered() {
        String slots = "/api/v1/slots?treatment=" + treatment + "&minutes=60&location=" + clinic.location + "&from="
                + clinic.at(0, 0) + "&to=" + clinic.at(23, 0);
        String before = owner.get(slots).text();

        dry(desk, HOLDS, wish(10, null), 0);
        dry(owner, APPOINTMENTS, clinic.hourOf(treatment, ada, mira, clinic.at(12, 0)), 0);

        assertThat(owner.get(slots).text()).isEqualTo(before);
        assertThat(book(ada, 12)).isNotBlank();
    }

    @Test
    void aKeyIsNotUsedUpByTrying() {
        String key = UUID.randomUUID().toString();
        var first = clinic.hourOf(treatment, ada, mira, clinic.at(10, 0));
        var second = clinic.hourOf(treatment, ada, mira, clinic.at(12, 0));

        assertThat(owner.post(APPOINTMENTS + "?dryRun=true", first, "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);
        Answer done = owner.post(APPOINTMENTS, second, "Idempotency-Key", key);

        assertThat(done.status()).as(done.toString()).isEqualTo(201);
        assertThat(owner.post(APPOINTMENTS + "?dryRun=true", second, "Idempotency-Key", key)
                        .text())
                .isEqualTo(done.text());
        assertThat(owner.post(APPOINTMENTS + "?dryRun=true", first, "Idempotency-Key", key)
                        .code())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void whoTriesWhatIsNotTheirsIsOnRecord() {
        Http elsewhere = as(Tokens.of(Role.FRONT_DESK, new LocationId(some())));
        Map<String, Long> before = everything();

        assertThat(dry(elsewhere, HOLDS, wish(10, null), 0).code()).isEqualTo("location-not-yours");

        before.merge("audit_trail", 1L, Long::sum);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatIsSoldAndWhoComesIsTriedToo() {
        String client = both(owner, "/api/v1/clients", new CreateClient("Ida Holm", "ida@example.org", null, null), 0)
                .createdId();
        refusedAlike(owner, "/api/v1/clients", new CreateClient("Nobody", null, null, null), 0);
        refusedAlike(owner, "/api/v1/treatments", "{}", 0);

        String restrictions = "/api/v1/clients/" + client + "/restrictions";
        PutRestrictions barred = new PutRestrictions("Shouted at Mira.", Set.of());
        String version = owner.get(restrictions).etag();
        Answer tried = owner.put(restrictions + "?dryRun=true", barred, "If-Match", version);
        assertThat(owner.get(restrictions).etag()).isEqualTo(version);
        Answer done = owner.put(restrictions, barred, "If-Match", version);
        assertThat(done.status()).isEqualTo(200);
        assertThat(tried.etag()).isEqualTo(done.etag());
        assertThat(facts(tried)).isEqualTo(facts(done));
    }

    @Test
    void aRuleIsSetAsideWhenTriedToo() {
        var early = new BookAppointment(
                List.of(new BookAppointment.Seat(ada, mira)),
                treatment,
                60,
                clinic.location,
                clinic.at(10, 5),
                List.of(new Waiver("off-cadence", "She comes straight from work.")));

        both(owner, APPOINTMENTS, early, 0);
    }

    /** First tried, then done. */
    private Answer both(Http caller, String path, Object body, int version) {
        Answer tried = dry(caller, path, body, version);
        Answer done = send(caller, path, body, version);
        assertThat(done.status()).as(done.toString()).isLessThan(300);
        assertThat(tried.status()).as(tried.toString()).isEqualTo(done.status());
        assertThat(tried.etag()).isEqualTo(done.etag());
        assertThat(facts(tried)).isEqualTo(facts(done));
        return done;
    }

    private void refusedAlike(Http caller, String path, Object body, int version) {
        Answer tried = dry(caller, path, body, version);
        Answer refused = send(caller, path, body, version);
        assertThat(refused.status()).as(refused.toString()).isGreaterThanOrEqualTo(400);
        assertThat(facts(tried)).isEqualTo(facts(refused));
    }

    private Answer dry(Http caller, String path, Object body, int version) {
        Map<String, Long> before = everything();
        Answer answer = send(caller, path + "?dryRun=true", body, version);
        if (answer.status() != 403) {
            assertThat(everything()).isEqualTo(before);
        }
        assertThat(answer.header("Dry-Run")).isEqualTo("true");
        return answer;
    }

    private static Answer send(Http caller, String path, Object body, int version) {
        return version == 0 ? caller.post(path, body) : caller.post(path, body, "If-Match", "\"" + version + "\"");
    }

    private static JsonNode facts(Answer answer) {
        JsonNode facts = answer.body();
        for (JsonNode each : List.of(facts, facts.path("cancellation"))) {
            if (each instanceof ObjectNode object) {
                object.remove(OF_ITS_OWN);
            }
        }
        return facts;
    }

    /** How many rows each table has, once all that was announced has left. */
    private Map<String, Long> everything() {
        Probe.waitUntil(
                "the outbox is empty",
                () -> jdbc().sql("SELECT count(*) FROM outbox")
                                .query(Long.class)
                                .single()
                        == 0);
        Map<String, Long> rows = new TreeMap<>();
        for (String table : jdbc().sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list()) {
            rows.put(
                    table,
                    jdbc().sql("SELECT count(*) FROM " + table)
                            .query(Long.class)
                            .single());
        }
        return rows;
    }
}
