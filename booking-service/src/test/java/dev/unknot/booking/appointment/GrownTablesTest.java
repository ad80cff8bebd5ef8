package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.OverrunAppointment;
import dev.unknot.common.block.BlockTime;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.EraseClient;
import dev.unknot.common.client.MergeClient;
import dev.unknot.common.series.BookSeries;
import dev.unknot.common.series.CancelSeries;
import dev.unknot.common.series.Recurrence;
import dev.unknot.common.series.Recurrence.Weekly;
import dev.unknot.common.series.SeriesMode;
import dev.unknot.common.series.SeriesScope;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.ServiceTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a desk does on a usual day and what a start reads, in a chain of fifty locations after ten thousand visits: PostgreSQL
 * says of each statement how it was run, and none reads what grows from one end to the other, or more of it than it needs.
 * Searches among many clients are in {@code ClientSearchTest}.
 */
@ServiceTest(
        properties = {
            "logging.level.org.hibernate=error",
            "spring.datasource.hikari.connection-init-sql=LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0;"
                    + " SET auto_explain.log_analyze = on; SET auto_explain.log_buffers = on;"
                    + " SET auto_explain.log_timing = off; SET auto_explain.log_nested_statements = on;"
                    + " SET auto_explain.log_format = json; SET auto_explain.log_level = notice"
        })
class GrownTablesTest extends LifeOverHttp {

    private static final String CLIENTS = "/api/v1/clients";
    private static final String SERIES = "/api/v1/series";

    /**
     * Rows. A location has some 130 claims in the days around one visit, which may be looked at; the fifty locations have 5,000
     * in the same hours, and 30,000 in all.
     */
    private static final double FEW = 1_000;

    /** Pages of 8 KiB. A row that is looked up costs three or four, and a dozen by the index of the exclusion constraint. */
    private static final double PAGES_OF_A_ROW = 20;

    private static final double FEW_PAGES = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ClaimedTime claimed;

    @Autowired
    private MissedVisits missed;

    private Set<String> grown = Set.of();

    @BeforeEach
    void yearsGoBy() throws SQLException {
        jdbc.sql("INSERT INTO supply_snapshots (id, kind, version, snapshot) VALUES (?, 'LOCATION', 1, ?::jsonb)")
                .params(clinic.location.value(), JSON.writeValueAsString(clinic.snapshot()))
                .update();
        String id = book(ada, 8);
        String calledOff = book(clinic.client(), 17);
        ok(cancel(owner, calledOff, 1));
        block(18);
        String series = agree(13);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // The copies need not pass what a booking has passed.
            statement.execute("SET LOCAL session_replication_role = replica");
            for (String copy : COPIES) {
                statement.execute(copy.formatted(id, calledOff, clinic.location, series));
            }
            statement.execute("ANALYZE");
            connection.commit();
        }
        grown = jdbc.sql("SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples >= 1000"
                        + " AND relnamespace = 'public'::regnamespace")
                .query(String.class)
                .set();
    }

    @Test
    void nothingReadsAllThatWas() {
        List<UUID> ahead = new ArrayList<>();
        List<UUID> notThere = new ArrayList<>();

        List<JsonNode> ran = new Plans().of(() -> {
            ClientId client = clinic.client();
            found(CLIENTS + "?q=Ada+Lind&location=" + clinic.location);
            found(CLIENTS + "/" + client);
            String late = book(ada, 10);
            String next = book(client, 12);
            String tomorrow = book(client, 34);
            ok(move(owner, next, 1, to(clinic.at(11, 15))));
            ok(step(owner, next, "confirmation", 2));
            done(owner.post("/api/v1/holds", clinic.holdOf(treatment, client, mira, clinic.at(15, 0))));
            done(owner.delete("/api/v1/blocks/" + block(13)));
            String series = agree(15);
            found(SERIES + "/" + series);
            done(owner.post(
                    SERIES + "/" + series + "/cancellation",
                    new CancelSeries(SeriesScope.ALL, 1, "client-asked", null),
                    "If-Match",
                    "\"1\""));
            found("/api/v1/blocks?location=" + clinic.location + "&from=" + clinic.at(0, 0) + "&to="
                    + clinic.at(23, 0));
            found(PATH + late);
            found(PATH + late + "/history");
            String day = "&from=" + clinic.at(0, 0) + "&to=" + clinic.at(23, 0);
            found("/api/v1/appointments?location=" + clinic.location + day);
            found("/api/v1/appointments?therapist=" + mira + "&from=" + clinic.at(0, 0));
            found("/api/v1/appointments?client=" + ada);
            found("/api/v1/appointments?location=" + clinic.location + "&displaced=true");
            found("/api/v1/locations/" + clinic.location + "/day?date="
                    + clinic.at(0, 0).toString().substring(0, 10));
            found("/api/v1/slots?treatment=" + treatment + "&minutes=60&location=" + clinic.location + "&from="
                    + clinic.at(9, 0) + "&to=" + clinic.at(19, 0));
            goTo(clinic.at(10, 1));
            ok(step(owner, late, "check-in", 1));
            ok(step(owner, late, "session", 2));
            found(PATH + late + "/knock-on?end=" + clinic.at(11, 15));
            ok(owner.post(
                    PATH + late + "/overrun", new OverrunAppointment(clinic.at(11, 15), true), "If-Match", "\"3\""));
            ok(step(owner, late, "completion", 4));
            ok(cancel(owner, next, 4));
            // On a quiet day: what is found is little, wherever it was looked for.
            found(PATH + tomorrow + "/knock-on?end=" + clinic.at(35, 15));
            claimed.since(clinic.at(24, 0), commitment -> ahead.add(commitment.id()));
            missed.counted(clinic.at(10, 0), attendance -> notThere.add(attendance.appointment()));
            done(owner.post(
                    CLIENTS + "/" + client + "/merge", new MergeClient(clinic.client(), 1L), "If-Match", "\"1\""));
            done(owner.post(CLIENTS + "/" + client + "/erasure", new EraseClient(true), "If-Match", "\"2\""));
        });

        assertThat(ran.stream().flatMap(plan -> faults(plan).stream()).distinct())
                .isEmpty();
        assertThat(ahead).as("a visit tomorrow and a series of two").hasSize(3);
        assertThat(notThere).hasSizeBetween(10, 500);
        assertThat(grown)
                .allSatisfy(table -> assertThat(ran).anyMatch(plan -> text(plan).contains(table)));
    }

    private String block(int hour) {
        Answer blocked = owner.post(
                "/api/v1/blocks",
                new BlockTime(
                        clinic.location,
                        null,
                        clinic.rooms.getFirst().id(),
                        clinic.at(hour, 0),
                        clinic.at(hour, 30),
                        "cleaning"));
        done(blocked);
        return blocked.createdId();
    }

    /** Of two visits, on the days after tomorrow. */
    private String agree(int hour) {
        ZonedDateTime first = clinic.at(hour + 48, 0).atZone(Clinic.ZONE);
        DayOfWeek day = first.getDayOfWeek();
        Answer agreed = owner.post(
                SERIES,
                new BookSeries(
                        List.of(new Seat(ada, mira)),
                        treatment,
                        60,
                        clinic.location,
                        first.toLocalDate(),
                        first.toLocalTime(),
                        new Recurrence(new Weekly(1, Set.of(day, day.plus(1))), null, 2, null),
                        SeriesMode.ATOMIC,
                        null),
                "Idempotency-Key",
                "series-" + hour);
        done(agreed);
        return agreed.createdId();
    }

    private void found(String path) {
        Answer answer = owner.get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
    }

    private List<String> faults(JsonNode explained) {
        List<String> faults = new ArrayList<>();
        look(explained.path("Plan"), fault -> faults.add(fault + ": " + text(explained)));
        return faults;
    }

    private void look(JsonNode node, Consumer<String> fault) {
        String table = node.path("Relation Name").asString("");
        String type = node.path("Node Type").asString("");
        double loops = number(node, "Actual Loops");
        double rows = number(node, "Actual Rows") * loops;
        double removed = loops
                * (number(node, "Rows Removed by Filter")
                        + number(node, "Rows Removed by Index Recheck")
                        + number(node, "Rows Removed by Join Filter"));
        double pages = number(node, "Shared Hit Blocks") + number(node, "Shared Read Blocks");
        if (type.equals("Seq Scan") && grown.contains(table)) {
            fault.accept("reads all of " + table);
        }
        if (removed > FEW) {
            fault.accept(type + " " + table + " throws " + removed + " rows away");
        }
        if (rows > FEW && (grown.contains(table) || node.has("Index Name"))) {
            fault.accept(type + " " + table + " reads " + rows + " rows");
        }
        if (pages > FEW_PAGES && pages > PAGES_OF_A_ROW * (rows + removed + loops) && node.has("Index Name")) {
            fault.accept(type + " " + table + " reads " + pages + " pages for " + rows + " rows");
        }
        node.path("Plans").valueStream().forEach(below -> look(below, fault));
    }

    private static double number(JsonNode node, String property) {
        return node.path(property).asDouble(0);
    }

    private static String text(JsonNode explained) {
        return explained.path("Query Text").asString("").replaceAll("\\s+", " ");
    }

    /** What PostgreSQL says of what it ran reaches the service as a warning, which Spring and Hibernate write down if asked to. */
    private static final class Plans extends AppenderBase<ILoggingEvent> {

        private static final Map<String, Level> LOGS =
                Map.of(JdbcTemplate.class.getName(), Level.DEBUG, "org.hibernate.orm.jdbc.warn", Level.WARN);

        private final List<JsonNode> explained = new CopyOnWriteArrayList<>();

        List<JsonNode> of(Runnable work) {
            start();
            LOGS.forEach((name, level) -> {
                Logger log = (Logger) LoggerFactory.getLogger(name);
                log.setAdditive(false);
                log.setLevel(level);
                log.addAppender(this);
            });
            try {
                work.run();
            } finally {
                LOGS.forEach((name, level) -> {
                    Logger log = (Logger) LoggerFactory.getLogger(name);
                    log.detachAppender(this);
                    log.setLevel(null);
                    log.setAdditive(true);
                });
            }
            return explained;
        }

        @Override
        protected void append(ILoggingEvent event) {
            String message = event.getFormattedMessage();
            int begin = message.indexOf("plan:\n{");
            if (begin >= 0) {
                explained.add(
                        JSON.readTree(message.substring(message.indexOf('{', begin), message.lastIndexOf('}') + 1)));
            }
        }
    }

    /**
     * That one visit, 8,000 times in the eighty days before at fifty locations, of which one is this one; and 2,000 times on its
     * own day, with five therapists and eight visits each at every location.
     */
    private static final List<String> COPIES = List.of("""
            CREATE TEMP TABLE copies ON COMMIT DROP AS
            SELECT n, '%1$s'::uuid AS pattern, md5('visit ' || n)::uuid AS id, md5('client ' || n %% 3000)::uuid AS client,
                make_interval(mins => later) AS later, place = 0 AS here, md5('location ' || place)::uuid AS location,
                place || ' ' || hand AS hand,
                CASE WHEN n %% 50 = 7 THEN 'NO_SHOW' WHEN later < 0 THEN 'COMPLETED' ELSE 'BOOKED' END AS status
            FROM (
                SELECT n, n / 2 %% 50 AS place, n %% 2 AS hand, -1440 * (2 + n / 100) AS later FROM generate_series(0, 7999) n
                UNION ALL
                SELECT 8000 + n, n %% 50, 2 + n / 50 %% 5, 75 * (n / 250) FROM generate_series(0, 1999) n
                ) visits
            """, """
            INSERT INTO appointments
            SELECT copy.* FROM copies JOIN appointments a ON a.id = pattern, jsonb_populate_record(a, jsonb_build_object(
                'id', copies.id, 'status', copies.status, 'starts_at', a.starts_at + later, 'ends_at', a.ends_at + later,
                'location_id', CASE WHEN here THEN a.location_id ELSE location END)) AS copy
            """, """
            INSERT INTO appointment_participants
            SELECT copy.* FROM copies JOIN appointment_participants p ON p.appointment_id = pattern,
                jsonb_populate_record(p, jsonb_build_object(
                    'appointment_id', id, 'client_id', client,
                    'therapist_id', md5(p.therapist_id || hand)::uuid)) AS copy
            """, """
            INSERT INTO claims
            SELECT copy.* FROM copies JOIN claims c ON c.appointment_id = pattern,
                jsonb_populate_record(c, jsonb_build_object(
                    'appointment_id', id, 'during', tstzrange(lower(c.during) + later, upper(c.during) + later),
                    'resource_id', CASE c.kind WHEN 'CLIENT' THEN id ELSE md5(c.resource_id || hand)::uuid END)) AS copy
            """, """
            INSERT INTO appointment_history
            SELECT copy.* FROM copies JOIN appointment_history h ON h.appointment_id = pattern,
                jsonb_populate_record(h, jsonb_build_object(
                    'appointment_id', id, 'starts_at', h.starts_at + later, 'ends_at', h.ends_at + later,
                    'at', h.at + later, 'location_id', CASE WHEN here THEN h.location_id ELSE location END)) AS copy
            """, """
            INSERT INTO cancellations
            SELECT copy.* FROM copies JOIN cancellations c ON c.appointment_id = '%2$s',
                jsonb_populate_record(c, jsonb_build_object('appointment_id', id)) AS copy
            """, """
            INSERT INTO client_locations
            SELECT DISTINCT client, CASE WHEN here THEN '%3$s'::uuid ELSE location END FROM copies
            """, """
            INSERT INTO blocks
            SELECT copy.* FROM copies JOIN blocks b ON b.location_id = '%3$s', jsonb_populate_record(b, jsonb_build_object(
                'id', copies.id, 'starts_at', b.starts_at + later, 'ends_at', b.ends_at + later,
                'location_id', CASE WHEN here THEN b.location_id ELSE location END)) AS copy
            """, """
            INSERT INTO claims
            SELECT copy.* FROM copies JOIN claims c ON c.block_id IN (SELECT id FROM blocks WHERE location_id = '%3$s') AND n < 2000,
                jsonb_populate_record(c, jsonb_build_object(
                    'block_id', id, 'during', tstzrange(lower(c.during) + later, upper(c.during) + later),
                    'resource_id', id)) AS copy
            """, """
            INSERT INTO series
            SELECT copy.* FROM copies JOIN series s ON s.id = '%4$s', jsonb_populate_record(s, jsonb_build_object(
                'id', copies.id, 'participants', jsonb_set(s.participants, '{0,clientId}', to_jsonb(client)))) AS copy
            """, """
            INSERT INTO series_occurrences
            SELECT copy.* FROM copies JOIN series_occurrences o ON o.series_id = '%4$s',
                jsonb_populate_record(o, jsonb_build_object('series_id', copies.id, 'appointment_id', NULL)) AS copy
            """, """
            INSERT INTO audit_trail (at, actor, outcome, what, subject)
            SELECT now() + later, 'owner:' || client, 'LOOKED', 'client', client FROM copies
            """);
}
