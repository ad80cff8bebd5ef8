package dev.unknot.notification.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.notification.Announcer;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.policy.MessagePolicies;
import dev.unknot.notification.policy.MessagePolicy;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.CommittedDescription;
import dev.unknot.platform.test.DescribedApi;
import dev.unknot.platform.test.FuzzedApi;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.transaction.Attempts;
import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest(properties = {"unknot.messages.sending=false", "unknot.messages.replan=100ms"})
class MessagePolicyApiTest {
    private static final String USUAL =
            "{'firstReminder':'PT24H','lastReminder':'PT2H','quietFrom':'21:00','quietUntil':'08:00'}";
    private static final String OTHER =
            "{'firstReminder':null,'lastReminder':'PT3H','quietFrom':'22:00','quietUntil':'07:30'}";

    private final Harbour harbour = Harbour.in("Europe/Berlin");
    private final Instant noon =
            harbour.at(LocalDate.now(harbour.zone()).plusDays(5).atTime(12, 0));

    @Autowired
    private JsonMapper strict;

    @Autowired
    private Validator validator;

    @LocalServerPort
    private int port;

    @Value("${spring.kafka.bootstrap-servers}")
    private String bootstrapServers;

    @Value("${unknot.topic-prefix}")
    private String prefix;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MessagePolicies policies;

    @Autowired
    private Attempts attempts;

    @BeforeEach
    void theLocationIsKnown() {
        try (Announcer others = new Announcer(bootstrapServers, prefix)) {
            others.announce(harbour);
        }
        Probe.waitUntil("the location is known", () -> get(Tokens.owner()).status() == 200);
    }

    @Test
    void theDescriptionSaysWhatIsSoInFact() {
        assertThat(DescribedApi.faults(port, strict, validator)).isEmpty();
    }

    @Test
    void theDescriptionIsTheOneThatIsCommitted() {
        assertThat(CommittedDescription.difference(port)).isEmpty();
    }

    /** What is wrong with a request is told to whoever sent it, and what they typed is not written into the log. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whateverIsAskedWronglyIsRefusedInWords(CapturedOutput output) {
        assertThat(FuzzedApi.faults(port, Tokens.owner(), jdbc, 14, 15)).isEmpty();
        assertThat(output.getAll()).doesNotContain(FuzzedApi.MARK);
    }

    @Test
    void aLocationThatNeverPutAPolicyFollowsTheUsualOne() {
        Answer answer = get(Tokens.of(Role.FRONT_DESK, harbour.location()));

        assertThat(answer.etag()).isEqualTo("\"0\"");
        assertThat(answer.body().path("firstReminder").asString()).isEqualTo("PT24H");
        assertThat(answer.body().path("lastReminder").asString()).isEqualTo("PT2H");
        assertThat(answer.body().path("quietFrom").asString()).isEqualTo("21:00");
        assertThat(answer.body().path("quietUntil").asString()).isEqualTo("08:00");
    }

    @Test
    void aManagerPutsAnotherAndItIsThere() {
        Answer put = put(Tokens.of(Role.MANAGER, harbour.location()), "\"0\"", OTHER);

        assertThat(put.status()).as("%s", put).isEqualTo(200);
        assertThat(put.etag()).isEqualTo("\"1\"");
        Answer answer = get(Tokens.owner());
        assertThat(answer.body()).isEqualTo(put.body());
        assertThat(answer.body().path("firstReminder").isNull()).isTrue();
        assertThat(answer.body().path("quietUntil").asString()).isEqualTo("07:30");
        assertThat(jdbc.sql("SELECT outcome || ' ' || what FROM audit_trail WHERE subject = ?")
                        .param(harbour.location().value())
                        .query(String.class)
                        .list())
                .containsExactly("CHANGED message-policy-put");
    }

    @Test
    void whoHasSeenAnOlderPolicyIsRefused() {
        assertThat(put(Tokens.owner(), "\"0\"", OTHER).status()).isEqualTo(200);

        assertThat(put(Tokens.owner(), "\"0\"", USUAL).code()).isEqualTo("version-mismatch");
        assertThat(Http.at(port)
                        .as(Tokens.owner())
                        .put(path(), USUAL.replace('\'', '"'))
                        .code())
                .isEqualTo("if-match-required");
    }

    @Test
    void aNumberIsNoDuration() {
        for (String body : List.of(
                USUAL.replace("'PT24H'", "20160"),
                USUAL.replace("'PT24H'", "'24h'"),
                USUAL.replace("'21:00'", "[21, 0]"))) {
            Answer refused = put(Tokens.owner(), "\"0\"", body);

            assertThat(refused.status() + " " + refused.code()).as(body).isEqualTo("400 invalid-request");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    reminder-out-of-range  | 'PT0S'    | 'PT2H'  | '21:00' | '08:00'
                    reminder-out-of-range  | 'PT337H'  | 'PT2H'  | '21:00' | '08:00'
                    reminder-out-of-range  | 'PT24H'   | 'PT90S' | '21:00' | '08:00'
                    reminders-out-of-order | 'PT2H'    | 'PT2H'  | '21:00' | '08:00'
                    quiet-hours-too-long   | 'PT24H'   | 'PT2H'  | '08:00' | '04:05'
                    """)
    void aPolicyThatCannotBeFollowedIsRefused(
            String code, String first, String last, String quietFrom, String quietUntil) {
        String body = "{'firstReminder':'%s','lastReminder':'%s','quietFrom':'%s','quietUntil':'%s'}"
                .formatted(first, last, quietFrom, quietUntil);

        Answer answer = put(Tokens.owner(), "\"0\"", body);

        assertThat(answer.status()).as("%s", answer).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(get(Tokens.owner()).etag()).isEqualTo("\"0\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"FRONT_DESK", "THERAPIST", "CLIENT", "INTEGRATION"})
    void nobodyElseChangesIt(Role role) {
        assertThat(put(Tokens.of(role, harbour.location()), "\"0\"", OTHER).code())
                .isEqualTo("role-not-allowed");
    }

    @Test
    void anotherLocationsPolicyIsNeitherShownNorChanged() {
        String elsewhere = Tokens.of(Role.MANAGER, Harbour.in("Asia/Kolkata").location());

        assertThat(get(elsewhere).code()).isEqualTo("unknown-location");
        assertThat(put(elsewhere, "\"0\"", OTHER).code()).isEqualTo("location-not-yours");
    }

    @Test
    void anotherPolicyMovesTheRemindersOfAllVisitsAhead() {
        List<AppointmentId> visits = book(120);
        Probe.waitUntil(
                "all are planned", () -> due("FIRST_REMINDER", "PLANNED").size() == visits.size());

        assertThat(put(Tokens.owner(), "\"0\"", OTHER).status()).isEqualTo(200);

        Instant threeHours = noon.minus(Duration.ofHours(3));
        Probe.waitUntil(
                "each last reminder is due three hours before",
                () -> due("LAST_REMINDER", "PLANNED").stream()
                                .filter(threeHours::equals)
                                .count()
                        == visits.size());
        assertThat(due("FIRST_REMINDER", "PLANNED")).isEmpty();
        assertThat(due("FIRST_REMINDER", "DROPPED")).hasSize(visits.size());
        assertThat(due("CONFIRMATION", "PLANNED")).hasSize(2 * visits.size());
        Probe.waitUntil("nothing is left to plan anew", this::allPlannedAnew);

        assertThat(put(Tokens.owner(), "\"1\"", USUAL).status()).isEqualTo(200);
        Probe.waitUntil(
                "each first reminder is back",
                () -> due("FIRST_REMINDER", "PLANNED").size() == visits.size());
    }

    @Test
    void aPolicyIsNotChangedWhileAVisitIsBeingPlannedByIt() {
        CompletableFuture<Answer> put = attempts.run(() -> {
            assertThat(policies.hold(harbour.location())).isEqualTo(MessagePolicy.USUAL);
            CompletableFuture<Answer> running =
                    CompletableFuture.supplyAsync(() -> put(Tokens.owner(), "\"0\"", OTHER));
            Probe.waitUntil("the change waits", this::somebodyWaits);
            return running;
        });

        assertThat(put.join().status()).isEqualTo(200);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                                       AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
                        """).query(Boolean.class).single();
    }

    private List<AppointmentId> book(int visits) {
        List<AppointmentId> booked = new ArrayList<>();
        try (Announcer others = new Announcer(bootstrapServers, prefix)) {
            for (int visit = 0; visit < visits; visit++) {
                AppointmentId id = new AppointmentId(Ids.next());
                others.announce(harbour.booked(id, new ClientId(Ids.next()), noon), 1);
                booked.add(id);
            }
        }
        return booked;
    }

    private List<Instant> due(String kind, String state) {
        return jdbc.sql("SELECT due FROM messages WHERE location_id = ? AND kind = ? AND state = ?")
                .params(harbour.location().value(), kind, state)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
    }

    private boolean allPlannedAnew() {
        return jdbc.sql("SELECT count(*) = 0 FROM replans").query(Boolean.class).single();
    }

    private Answer get(String token) {
        return Http.at(port).as(token).get(path());
    }

    private Answer put(String token, String etag, String body) {
        return Http.at(port).as(token).put(path(), body.replace('\'', '"'), "If-Match", etag);
    }

    private String path() {
        return "/api/v1/locations/" + harbour.location() + "/message-policy";
    }
}
