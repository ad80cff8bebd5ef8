package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.platform.test.Database;
import dev.unknot.platform.test.Infrastructure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The claims table by itself: no service, no locks, SQL by hand. */
class ClaimsConstraintTest {

    private static final String AT_TEN = "[2030-05-06 10:00+00,2030-05-06 11:00+00)";

    private static Database database;

    private final UUID mira = UUID.randomUUID();

    @BeforeAll
    static void migrate() {
        database = Infrastructure.get().newDatabase();
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/platform", "classpath:db/migration")
                .load()
                .migrate();
        database.execute("ALTER TABLE appointments DISABLE TRIGGER ALL; ALTER TABLE claims DISABLE TRIGGER ALL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the same      | [2030-05-06 10:00+00,2030-05-06 11:00+00)",
                "overlapping   | [2030-05-06 10:55+00,2030-05-06 11:55+00)",
                "containing    | [2030-05-06 09:00+00,2030-05-06 12:00+00)",
                "contained     | [2030-05-06 10:20+00,2030-05-06 10:25+00)",
                "another zone  | [2030-05-06 12:30+02,2030-05-06 13:30+02)",
            })
    void aResourceIsClaimedOnceAtATime(String how, String other) throws SQLException {
        claim(mira, AT_TEN);

        assertThatThrownBy(() -> claim(mira, other))
                .as(how)
                .hasMessageContaining("nobody_is_booked_twice")
                .extracting(failure -> ((SQLException) failure).getSQLState())
                .isEqualTo("23P01");
    }

    @Test
    void claimsThatTouchAndClaimsOfOthersDoNotMeet() throws SQLException {
        claim(mira, AT_TEN);
        claim(mira, "[2030-05-06 11:00+00,2030-05-06 12:00+00)");
        claim(mira, "[2030-05-06 09:00+00,2030-05-06 10:00+00)");
        claim(UUID.randomUUID(), AT_TEN);
    }

    @Test
    void anOverbookedClaimPassesOverThoseBeforeItAndNoOrdinaryOnePassesOverIt() throws SQLException {
        claim(mira, AT_TEN);
        assertThat(overbook("THERAPIST", mira, AT_TEN)).isOne();
        assertThat(overbook("THERAPIST", mira, "[2030-05-06 10:30+00,2030-05-06 11:30+00)"))
                .isOne();

        for (String later : List.of(AT_TEN, "[2030-05-06 11:00+00,2030-05-06 12:00+00)")) {
            assertThatThrownBy(() -> claim(mira, later))
                    .hasMessageContaining("nobody_is_booked_twice")
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo("23P01");
        }
        claim(mira, "[2030-05-06 11:30+00,2030-05-06 12:30+00)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROOM", "CLIENT"})
    void nobodyButATherapistIsOverbooked(String kind) {
        assertThatThrownBy(() -> overbook(kind, mira, AT_TEN)).hasMessageContaining("only_therapists_are_overbooked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a_claim_is_not_empty          | empty",
                "a_claim_has_both_ends         | [2030-05-06 10:00+00,)",
                "a_claim_has_both_ends         | (,2030-05-06 10:00+00)",
                "a_claim_has_both_ends         | [2030-05-06 10:00+00,infinity)",
                "a_claim_is_half_open          | [2030-05-06 10:00+00,2030-05-06 11:00+00]",
                "a_claim_is_half_open          | (2030-05-06 10:00+00,2030-05-06 11:00+00)",
                "a_claim_lasts_a_day_at_most   | [2030-05-06 10:00+00,2030-05-07 10:05+00)",
            })
    void aClaimIsAPlainPieceOfTime(String constraint, String during) {
        assertThatThrownBy(() -> claim(mira, during)).hasMessageContaining(constraint);
    }

    @Test
    void ofTwentyConnectionsThatLockNothingOneGetsIn() {
        List<Integer> rows = Race.of(20, i -> () -> claim(mira, AT_TEN, " ON CONFLICT DO NOTHING"));

        assertThat(Collections.frequency(rows, 1)).isEqualTo(1);
        assertThat(Collections.frequency(rows, 0)).isEqualTo(19);
    }

    @Test
    void whatHappenedIsNotRewritten() {
        database.execute("""
                ALTER TABLE appointment_history DISABLE TRIGGER ALL;
                INSERT INTO appointment_history (appointment_id, version, what, at, actor, status, starts_at, waived,
                    location_id, ends_at, state, reconstructed)
                VALUES (gen_random_uuid(), 1, 'booked', '2030-05-06', 'owner:1', 'BOOKED', '2030-05-07', '[]',
                    gen_random_uuid(), '2030-05-08', '{}', false);
                ALTER TABLE appointment_history ENABLE TRIGGER history_is_not_rewritten
                """);

        assertThatThrownBy(() -> database.execute("UPDATE appointment_history SET actor = 'someone:else'"))
                .hasStackTraceContaining("only added to");
        assertThatThrownBy(() -> database.execute("DELETE FROM appointment_history"))
                .hasStackTraceContaining("only added to");
    }

    private static int claim(UUID resource, String during) throws SQLException {
        return claim(resource, during, "");
    }

    private static int claim(UUID resource, String during, String onConflict) throws SQLException {
        return insert("""
                INSERT INTO claims (appointment_id, resource_id, kind, owner_id, during)
                VALUES (gen_random_uuid(), ?, 'THERAPIST', ?, CAST(? AS tstzrange))
                """ + onConflict, resource, resource, during);
    }

    private static int overbook(String kind, UUID resource, String during) throws SQLException {
        return insert("""
                INSERT INTO claims (appointment_id, kind, resource_id, owner_id, during, admitted)
                SELECT gen_random_uuid(), ?, ?, ?, CAST(? AS tstzrange), int8range(n, n, '[]')
                FROM nextval('claims_in_order') AS n
                """, kind, resource, resource, during);
    }

    private static int insert(String sql, Object... values) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            return insert.executeUpdate();
        }
    }
}
