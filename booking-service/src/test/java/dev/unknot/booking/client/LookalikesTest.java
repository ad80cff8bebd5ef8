package dev.unknot.booking.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.access.Role;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.Wire;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody is written down twice without a word. */
@ServiceTest
class LookalikesTest {

    private static final String PATH = "/api/v1/clients";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Availability availability;

    private final LocationId here = new LocationId(UUID.randomUUID());
    private final LocationId there = new LocationId(UUID.randomUUID());

    @BeforeEach
    void nobody() {
        Probe.waitUntil("the index is complete", availability::complete);
        jdbc.sql("DELETE FROM clients").update();
    }

    @Test
    void theSamePhoneEmailOrASimilarNameIsAskedAboutAndNothingIsWritten() {
        ClientView runa =
                created(at(here).post(PATH, client("Runa Berg", "runa@example.org", "+43 660 1111111", null)));

        for (CreateClient again : List.of(
                client("Otto Lind", null, "0043 660 1111111".replace("0043", "+43"), Set.of()),
                client("Otto Lind", "RUNA@example.org", null, Set.of()),
                client("Berg, Runa", "other@example.org", null, Set.of()),
                client("Runa Brerg", "other@example.org", null, Set.of()))) {
            Answer refused = at(here).post(PATH, again);

            assertThat(refused.status()).as("%s", refused).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("client-may-exist");
            assertThat(refused.body().at("/candidates/0/id").asString())
                    .isEqualTo(runa.id().toString());
            assertThat(refused.body().at("/candidates/0/name").asString()).isEqualTo("Runa Berg");
        }
        assertThat(count()).isEqualTo(1);
    }

    /** The first is held up before it writes, so that the second comes while it is at it. */
    @Test
    void ofTwoDesksThatWriteOnePersonDownAtTheSameMomentTheSecondIsAsked() throws Exception {
        for (CreateClient person : List.of(
                new CreateClient("Otto Lind", null, "+43 660 2222222", null, null, Set.of()),
                new CreateClient("Ada Quist", "Ada@example.org", null, null, null, Set.of()))) {
            try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Answer>> both = Objects.requireNonNull(transaction.execute(status -> {
                    jdbc.sql("LOCK TABLE clients IN SHARE MODE").update();
                    Future<Answer> first = desks.submit(() -> at(here).post(PATH, person));
                    Probe.waitUntil("the first desk is held up", () -> waiting() == 1);
                    Future<Answer> second = desks.submit(() -> at(there).post(PATH, person));
                    Probe.waitUntil("the second desk is held up", () -> waiting() == 2);
                    return List.of(first, second);
                }));

                assertThat(both.getFirst().get(30, TimeUnit.SECONDS).status()).isEqualTo(201);
                assertThat(both.getLast().get(30, TimeUnit.SECONDS).code()).isEqualTo("client-may-exist");
            }
        }
        assertThat(count()).isEqualTo(2);
    }

    private long waiting() {
        return jdbc.sql("""
                SELECT count(*) FROM pg_locks WHERE NOT granted
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """).query(Long.class).single();
    }

    /** Each waits to be put on record; none may keep a connection of its request meanwhile. */
    @Test
    void asManyDesksAsThereAreConnectionsAreAskedAtOnce() throws Exception {
        int desks = 15;
        for (int desk = 0; desk < desks; desk++) {
            var unused = created(at(here).post(PATH, client("Runa Berg", null, "+43660111110" + desk, null)));
        }
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> all = Objects.requireNonNull(transaction.execute(status -> {
                jdbc.sql("LOCK TABLE audit_trail IN SHARE MODE").update();
                List<Future<Answer>> asked = new ArrayList<>();
                for (int desk = 0; desk < desks; desk++) {
                    CreateClient again = client("Otto Lind", null, "+43660111110" + desk, Set.of());
                    asked.add(calls.submit(() -> at(here).post(PATH, again)));
                }
                Probe.waitUntil("all wait to be put on record", () -> waiting() == desks);
                return asked;
            }));

            for (Future<Answer> one : all) {
                assertThat(one.get(30, TimeUnit.SECONDS).code()).isEqualTo("client-may-exist");
            }
        }
    }

    @Test
    void anEmailIsTheSameInWhateverSpellingOfItsDomain() {
        ClientView runa = created(at(here).post(PATH, client("Runa Berg", "Runa@BÜRO.example", null, null)));

        for (String same : List.of("runa@xn--bro-hoa.example", "RUNA@büro.example")) {
            assertThat(at(here).post(PATH, client("Otto Lind", same, null, Set.of()))
                            .code())
                    .as(same)
                    .isEqualTo("client-may-exist");
            assertThat(at(there)
                            .get(PATH + "?email=" + URLEncoder.encode(same, StandardCharsets.UTF_8))
                            .body()
                            .at("/items/0/id")
                            .asString())
                    .as(same)
                    .isEqualTo(runa.id().toString());
        }
    }

    @Test
    void aNameIsOnOneLineAndReadsAsItIsWritten() {
        Answer refused = at(here).post(PATH, client("Runa\r\nBcc: x", "runa@example.org", null, null));

        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.body().at("/detail").asString()).isEqualTo("The field name must be on one line.");
        for (String unseen : List.of("\u200b", "\u2060 \u00a0", "\u0301")) {
            assertThat(at(here).post(PATH, client(unseen, "runa@example.org", null, null))
                            .body()
                            .at("/detail")
                            .asString())
                    .as(unseen)
                    .isEqualTo("The field name must not be blank.");
        }
        assertThat(Wire.to(port)
                        .says("GET " + PATH + "?q=%FF", "Authorization: Bearer " + Tokens.owner())
                        .code())
                .isEqualTo("invalid-parameter");
        assertThat(Wire.to(port)
                        .says("GET " + PATH + "/%zz", "Authorization: Bearer " + Tokens.owner())
                        .code())
                .isEqualTo("invalid-request");
    }

    @Test
    void whatTheyHaveInCommonIsToldAndTheMostAlikeComesFirst() {
        var unused = created(at(here).post(PATH, client("Isa Berg", null, "+436601111111", null)));
        ClientView runa = created(at(here).post(PATH, client("Runa Berg", null, "+436601111111", null)));

        Answer refused = at(here).post(PATH, client("Runa Berg", null, "+436601111111", Set.of()));

        assertThat(refused.body()
                        .path("candidates")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .containsExactly("Runa Berg", "Isa Berg");
        assertThat(refused.body().at("/candidates/0/id").asString())
                .isEqualTo(runa.id().toString());
        assertThat(refused.body().at("/candidates/0/alike").valueStream().map(one -> one.asString()))
                .containsExactlyInAnyOrder("PHONE", "NAME");
    }

    @Test
    void aFamilysNumberIsAskedAboutOnce() {
        ClientView mother = created(at(here).post(PATH, client("Runa Berg", null, "+436601111111", null)));
        var unused = created(at(here).post(PATH, client("Isa Berg", null, "+436601111111", null)));

        Answer daughter = at(here).post(PATH, client("Solveig Berg", null, "+436601111111", Set.of(mother.id())));

        assertThat(daughter.status()).as("%s", daughter).isEqualTo(201);
    }

    @Test
    void whoDoesNotAskIsNotAsked() {
        var first = created(at(here).post(PATH, client("Runa Berg", null, "+436601111111", null)));
        var second = created(at(here).post(PATH, client("Runa Berg", null, "+436601111111", null)));

        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void anotherDeskLearnsOfThemByPhoneAndEmailOnlyAndThatIsOnRecord() {
        ClientView runa = created(at(here).post(PATH, client("Runa Berg", "runa@example.org", "+436601111111", null)));

        Answer byName =
                at(there).post(PATH, new CreateClient("Runa Berg", "x@example.org", null, null, there, Set.of()));
        Answer byPhone = at(there).post(PATH, new CreateClient("Otto", null, "+436601111111", null, there, Set.of()));

        assertThat(byName.status()).as("%s", byName).isEqualTo(201);
        assertThat(byPhone.code()).isEqualTo("client-may-exist");
        assertThat(looks(runa.id())).containsExactly("client-by-phone");
    }

    @Test
    void anIntegrationIsAskedByPhoneAndEmailToo() {
        var unused = created(at(here).post(PATH, client("Runa Berg", "runa@example.org", null, null)));
        Http program = Http.at(port).as(Tokens.of(Role.INTEGRATION));

        assertThat(program.post(PATH, new CreateClient("Runa Berg", "runa@example.org", null, null, null, Set.of()))
                        .code())
                .isEqualTo("client-may-exist");
        assertThat(program.post(PATH, new CreateClient("Runa Berg", "berg@example.org", null, null, null, Set.of()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aRepeatedCallIsAnsweredAsBefore() {
        CreateClient runa = client("Runa Berg", null, "+436601111111", Set.of());
        String key = UUID.randomUUID().toString();

        Http desk = at(here);

        Answer first = desk.post(PATH, runa, "Idempotency-Key", key);
        Answer again = desk.post(PATH, runa, "Idempotency-Key", key);

        assertThat(List.of(first.status(), again.status())).containsOnly(201);
        assertThat(count()).isEqualTo(1);
    }

    private Http at(LocationId location) {
        return Http.at(port).as(Tokens.of(Role.FRONT_DESK, location));
    }

    private CreateClient client(
            String name, @Nullable String email, @Nullable String phone, @Nullable Set<ClientId> notThese) {
        return new CreateClient(name, email, phone, null, here, notThese);
    }

    private static ClientView created(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.body(ClientView.class);
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM clients").query(Long.class).single();
    }

    private List<String> looks(ClientId client) {
        return jdbc.sql("SELECT what FROM audit_trail WHERE outcome = 'LOOKED' AND subject = ? ORDER BY position")
                .param(client.value())
                .query(String.class)
                .list();
    }
}
