package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.platform.test.Database;
import dev.unknot.platform.test.Infrastructure;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of the first release, with a day's work in it, under the release of today. */
class UpgradeTest {

    private static final String ROWS = """
            INSERT INTO treatments (id, version, approach, name, before_minutes, after_minutes, cadence_minutes, notice_minutes)
            VALUES (uuid(1), 1, 'SWEDISH', 'Classic', 5, 10, 15, 60);
            INSERT INTO clients (id, version, name, email, language) VALUES (uuid(2), 1, 'Ada Müller', 'a@example.org', 'de');
            INSERT INTO appointments (id, version, revision, status, treatment_id, minutes, location_id, zone, room_id,
                starts_at, ends_at, amount, currency, booked_at)
            VALUES (uuid(3), 1, 1, 'BOOKED', uuid(1), 60, uuid(5), 'Europe/Berlin', uuid(6),
                    '2030-05-06 08:00Z', '2030-05-06 09:00Z', 8900, 'EUR', '2030-05-01 08:00Z'),
                   (uuid(4), 2, 1, 'CANCELLED', uuid(1), 60, uuid(5), 'Europe/Berlin', uuid(6),
                    '2030-05-06 10:00Z', '2030-05-06 11:00Z', 8900, 'EUR', '2030-05-01 08:00Z');
            INSERT INTO appointment_participants VALUES (uuid(3), 0, uuid(2), uuid(7)), (uuid(4), 0, uuid(2), uuid(7));
            INSERT INTO claims (appointment_id, resource_id, kind, owner_id, during)
            VALUES (uuid(3), uuid(7), 'THERAPIST', uuid(7), '[2030-05-06 07:55Z, 2030-05-06 09:10Z)'),
                   (uuid(3), uuid(2), 'CLIENT', uuid(2), '[2030-05-06 08:00Z, 2030-05-06 09:00Z)');
            INSERT INTO appointment_waivers VALUES (uuid(3), 'notice-too-short', 'She is here.');
            INSERT INTO appointment_history (appointment_id, version, what, at, actor, cause)
            VALUES (uuid(3), 1, 'dev.unknot.appointment.booked.v1', '2030-05-01 08:00Z', 'owner:1', NULL),
                   (uuid(4), 1, 'dev.unknot.appointment.booked.v1', '2030-05-01 08:00Z', 'owner:1', NULL),
                   (uuid(4), 2, 'dev.unknot.appointment.cancelled.v1', '2030-05-02 08:00Z', 'owner:1', 'sick')
            """;

    private final Database database = Infrastructure.get().newDatabase();
    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource(database.url(), database.username(), database.password()));

    @Test
    void whatWasBookedAndCalledOffBeforeIsKeptAndCompleted() throws IOException {
        theFirstRelease();
        database.execute(written(ROWS));

        flyway("classpath:db/platform", "classpath:db/migration")
                .outOfOrder(Boolean.parseBoolean(settings().getProperty("spring.flyway.out-of-order")))
                .load()
                .migrate();

        assertThat(lines("SELECT concat_ws(' ', version, status, starts_at AT TIME ZONE 'UTC', waived)"
                        + " FROM appointment_history ORDER BY appointment_id, version"))
                .containsExactly(
                        "1 BOOKED 2030-05-06 08:00:00 [{\"code\": \"notice-too-short\", \"reason\": \"She is here.\"}]",
                        "1 BOOKED 2030-05-06 10:00:00 []",
                        "2 CANCELLED 2030-05-06 10:00:00 []");
        assertThat(lines("SELECT concat_ws(' ', version, actor, cause) FROM cancellations"))
                .containsExactly("2 owner:1 sick");
        assertThat(lines("SELECT search FROM clients JOIN client_locations ON client_id = id"))
                .containsExactly(" ada muller a@example.org");
        assertThat(lines(
                        "SELECT concat_ws(' ', add_ons, coalesce(tax, -1), coalesce(series_id::text, 'none'), overbooked)"
                                + " FROM appointments"))
                .containsOnly("[] -1 none f");
        assertThatThrownBy(() -> claimOverTheFirst("'(,9]'")).hasStackTraceContaining("nobody_is_booked_twice");
        claimOverTheFirst("'[9,9]'");
        assertThat(lines("SELECT count(*) FROM audit_trail")).containsExactly("0");
    }

    private void claimOverTheFirst(String admitted) {
        database.execute(written("""
                INSERT INTO claims (appointment_id, resource_id, kind, owner_id, during, admitted)
                VALUES (uuid(4), uuid(7), 'THERAPIST', uuid(7), '[2030-05-06 08:30Z, 2030-05-06 09:30Z)', %s)
                """.formatted(admitted)));
    }

    private static String written(String sql) {
        return sql.replaceAll("uuid\\((\\d)\\)", "'00000000-0000-7000-8000-00000000000$1'::uuid");
    }

    private void theFirstRelease() {
        flyway("classpath:db/platform").target("0.3").load().migrate();
        flyway("classpath:db/migration")
                .target("6")
                .ignoreMigrationPatterns("*:missing")
                .load()
                .migrate();
    }

    private FluentConfiguration flyway(String... locations) {
        return Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations(locations);
    }

    private static Properties settings() throws IOException {
        return PropertiesLoaderUtils.loadProperties(new ClassPathResource("platform-defaults.properties"));
    }

    private List<String> lines(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
