package dev.unknot.booking.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The search in its database: many clients, and such as an older version wrote down. */
@ServiceTest
class ClientSearchTest {

    private static final LocationId HERE = new LocationId(UUID.randomUUID());

    @Autowired
    private ClientRegister register;

    @Autowired
    private ClientSearch search;

    @Autowired
    private KnownClients known;

    @Autowired
    private SearchUpkeep upkeep;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final Caller owner = new Caller("olga", Role.OWNER, LocationScope.everywhere(), null);

    /** What it folds by itself, when it starts and every few minutes, it would fold before a test has looked. */
    @BeforeEach
    void onlyTheTestFolds() {
        upkeep.stop();
        Probe.waitUntil(
                "the service folds nothing any more",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("search-upkeep")));
    }

    @Test
    void namesInManyScriptsAreFoundInTheDatabase() {
        ClientView lee = create("李小龍");
        ClientView jovan = create("Jovan Đorđević");

        assertThat(search.search("李", null, 20, owner).items()).contains(lee);
        assertThat(search.search("Djordjevic", null, 20, owner).items()).contains(jovan);
        assertThat(search.search("đorđević, jovan", null, 20, owner).items()).contains(jovan);
    }

    @Test
    void whomAnOlderVersionWroteDownIsFoundOnceItIsFoldedAnewAndNothingElseOfThemChanges() {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "INSERT INTO clients (id, version, name, email, language) VALUES (?, 7, 'Søren Ibsen', 'x@example.org', 'da')")
                .param(id)
                .update();
        assertThat(search.search("soeren ibsen", null, 20, owner).items()).isEmpty();

        while (upkeep.fold() > 0) {
            // The next batch.
        }

        assertThat(search.search("soeren ibsen", null, 20, owner).items())
                .extracting(ClientView::version)
                .containsExactly(7L);
        assertThat(jdbc.sql("SELECT count(*) FROM clients WHERE folded_as < ?")
                        .param(SearchText.VERSION)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void amongAHundredThousandTheIndexFindsThem() {
        keepPending(65_536);
        guests(1, 99_000);
        jdbc.sql("SELECT gin_clean_pending_list('clients_by_search')")
                .query(Long.class)
                .single();
        keepPending(256);
        guests(99_001, 100_000);
        jdbc.sql(
                        "INSERT INTO client_locations (client_id, location_id) SELECT id, ? FROM clients WHERE phone LIKE '%7'")
                .param(HERE.value())
                .update();
        create("李小龍 Quintus");
        jdbc.sql("ANALYZE clients, client_locations").update();

        Caller desk = new Caller("dario", Role.FRONT_DESK, LocationScope.of(Set.of(HERE)), null);
        for (Caller caller : List.of(owner, desk)) {
            for (String typed : List.of("quintus", "qu", "李", "小龍", "0660 1050", "c4ca4238 quint")) {
                assertThat(known.plan(SearchWords.of(typed), ClientScope.of(caller), 8))
                        .as(typed)
                        .contains("clients_by_search")
                        .doesNotContain("Seq Scan on clients");
            }
        }
        assertThat(search.search("李", null, 8, owner).items())
                .extracting(ClientView::name)
                .contains("李小龍 Quintus");
    }

    private void keepPending(int kilobytes) {
        jdbc.sql("ALTER INDEX clients_by_search SET (gin_pending_list_limit = " + kilobytes + ")")
                .update();
    }

    private void guests(int first, int last) {
        jdbc.sql("""
                INSERT INTO clients (id, version, name, phone, language, search, folded_as)
                SELECT gen_random_uuid(), 1, 'Guest ' || n, '+43660' || (1000000 + n), 'en',
                    ' guest ' || md5(n::text) || ' ' || md5((n % 5000)::text) || ' 43660' || (1000000 + n), ?
                FROM generate_series(?, ?) n
                """).params(SearchText.VERSION, first, last).update();
    }

    private ClientView create(String name) {
        ClientView created = transaction.execute(
                status -> register.create(new CreateClient(name, "somebody@example.org", null, null), owner));
        assertThat(created).isNotNull();
        return created;
    }
}
