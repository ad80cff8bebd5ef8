package dev.unknot.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Database;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Infrastructure;
import dev.unknot.platform.test.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = ReceiptService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "unknot.development=true",
            "unknot.clock.movable=true",
            // Twenty at once take the whole pool, on a busy machine one after the other.
            "spring.datasource.hikari.connection-timeout=30000",
            "unknot.events.enabled=false",
            "unknot.security.issuer=" + Tokens.ISSUER
        })
class IdempotentCreatesTest {

    private static final String MIRA = "{\"payer\": \"Mira\", \"marks\": [\"a\", \"b\", \"c\"]}";
    private static final String MIRA_AGAIN = "{\"marks\": [\"c\", \"b\", \"a\"],   \"payer\": \"Mira\"}";
    private static final String TOM = "{\"payer\": \"Tom\", \"marks\": []}";
    private static final String REFUSED = "{\"payer\": \"Mira\", \"marks\": [\"refuse\"]}";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @Autowired
    KeySweep sweep;

    private Http mira = Http.at(0);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        Database database = Infrastructure.get().newDatabase();
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
        registry.add("unknot.security.jwks-uri", Tokens::jwksUri);
    }

    @BeforeEach
    void noReceipts() {
        database.sql("CREATE TABLE IF NOT EXISTS receipts (id uuid PRIMARY KEY, payer text NOT NULL)")
                .update();
        database.sql("TRUNCATE receipts, idempotency_keys").update();
        clock.offset(Duration.ZERO);
        mira = Http.at(port).as(Tokens.of(Role.FRONT_DESK, "mira"));
    }

    @Test
    void withoutAKeyEveryCreateHappens() {
        var first = mira.post("/receipts", MIRA);
        var second = mira.post("/receipts", MIRA);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.etag()).isEqualTo("\"1\"");
        assertThat(second.createdId()).isNotEqualTo(first.createdId());
        assertThat(receipts()).isEqualTo(2);
    }

    @Test
    void withAKeyTheSecondIsToldTheFirstAnswer() {
        var first = mira.post("/receipts", MIRA, "Idempotency-Key", "k1");
        var second = mira.post("/receipts", MIRA_AGAIN, "Idempotency-Key", "k1");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(receipts()).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        assertThat(mira.post("/receipts", MIRA, "Idempotency-Key", "k1").status())
                .isEqualTo(201);

        var other = mira.post("/receipts", TOM, "Idempotency-Key", "k1");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        assertThat(receipts()).isEqualTo(1);
    }

    @Test
    void aKeyIsTheCallersOwnAndCountsForOnePath() {
        Http tom = Http.at(port).as(Tokens.of(Role.FRONT_DESK, "tom"));

        assertThat(mira.post("/receipts", MIRA, "Idempotency-Key", "k1").status())
                .isEqualTo(201);
        assertThat(tom.post("/receipts", TOM, "Idempotency-Key", "k1").status()).isEqualTo(201);
        assertThat(mira.post("/duplicates", TOM, "Idempotency-Key", "k1").status())
                .isEqualTo(201);
        assertThat(receipts()).isEqualTo(3);
    }

    @Test
    void aRefusalLeavesNothingAndIsNotKept() {
        var refused = mira.post("/receipts", REFUSED, "Idempotency-Key", "k1");

        assertThat(refused.code()).isEqualTo("refused");
        assertThat(receipts()).isZero();
        assertThat(mira.post("/receipts", MIRA, "Idempotency-Key", "k1").status())
                .isEqualTo(201);
    }

    @Test
    void aDryRunAnswersAsTheCallAndLeavesNothingNotEvenItsKey() {
        var tried = mira.post("/receipts?dryRun=true", MIRA, "Idempotency-Key", "k1");
        assertThat(receipts()).isZero();
        assertThat(keys()).isZero();
        assertThat(mira.post("/receipts?dryRun=true", REFUSED).code()).isEqualTo("refused");
        var done = mira.post("/receipts?dryRun=false", MIRA, "Idempotency-Key", "k1");

        assertThat(tried.status()).isEqualTo(done.status()).isEqualTo(201);
        assertThat(tried.etag()).isEqualTo(done.etag());
        assertThat(tried.body().at("/payer")).isEqualTo(done.body().at("/payer"));
        assertThat(tried.header("Dry-Run")).isEqualTo("true");
        assertThat(done.header("Dry-Run")).isNull();
        assertThat(mira.post("/receipts?dryRun=true", MIRA, "Idempotency-Key", "k1")
                        .text())
                .isEqualTo(done.text());
        assertThat(receipts()).isEqualTo(1);
    }

    @Test
    void whatCannotBeTriedIsNotDoneForReal() {
        assertThat(mira.post("/duplicates?dryRun=true", MIRA).code()).isEqualTo("invalid-parameter");
        assertThat(mira.post("/receipts?dryRun=yes", MIRA).code()).isEqualTo("invalid-parameter");
        assertThat(mira.post("/receipts?dryRun", MIRA).code()).isEqualTo("invalid-parameter");
        assertThat(mira.post("/hasty?dryRun=true", MIRA).status())
                .as("what commits by itself")
                .isEqualTo(500);

        assertThat(receipts()).isZero();
    }

    @Test
    void theApiSaysWhatCanBeTried() {
        assertThat(mira.get("/v3/api-docs")
                        .body()
                        .at("/paths/~1receipts/post/parameters")
                        .toString())
                .contains("dryRun");
        assertThat(mira.get("/v3/api-docs")
                        .body()
                        .at("/paths/~1duplicates/post/parameters")
                        .toString())
                .doesNotContain("dryRun");
    }

    @Test
    void anUnreadableKeyIsRefused() {
        var answer = mira.post("/receipts", MIRA, "Idempotency-Key", "k".repeat(256));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed-idempotency-key");
        assertThat(receipts()).isZero();
    }

    @Test
    void twentyAtOnceUnderOneKeyHaveOneEffectAndOneAnswer() throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        Callable<Answer> create = () -> {
            start.await();
            return mira.post("/receipts", MIRA, "Idempotency-Key", "k1");
        };

        List<Future<Answer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(create));
            }
            start.countDown();
        }

        assertThat(receipts()).isEqualTo(1);
        String first = answers.getFirst().get().text();
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(201);
            assertThat(answer.get().text()).isEqualTo(first);
        }
    }

    @Test
    void keysAreSweptAwayAfterThreeDays() {
        assertThat(mira.post("/receipts", MIRA, "Idempotency-Key", "k1").status())
                .isEqualTo(201);
        clock.moveBy(Duration.ofHours(73));

        assertThat(mira.post("/receipts", TOM, "Idempotency-Key", "k2").status())
                .isEqualTo(201);

        assertThat(database.sql("SELECT key FROM idempotency_keys")
                        .query(String.class)
                        .list())
                .containsExactly("k2");
    }

    @Test
    void aQuietServiceForgetsThemToo() {
        assertThat(mira.post("/receipts", MIRA, "Idempotency-Key", "k1").status())
                .isEqualTo(201);
        assertThat(sweep.isRunning()).isTrue();

        clock.moveBy(Duration.ofHours(71));
        sweep.sweep();
        assertThat(keys()).isEqualTo(1);
        clock.moveBy(Duration.ofHours(2));
        sweep.sweep();

        assertThat(keys()).isZero();
    }

    private long keys() {
        return database.sql("SELECT count(*) FROM idempotency_keys")
                .query(Long.class)
                .single();
    }

    private long receipts() {
        return database.sql("SELECT count(*) FROM receipts").query(Long.class).single();
    }
}
