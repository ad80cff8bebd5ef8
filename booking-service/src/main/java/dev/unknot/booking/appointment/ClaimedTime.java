package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Agreement;
import dev.unknot.booking.availability.Commitment;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.money.Money;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The claims that stand, for who builds an index of them. */
@Component
public class ClaimedTime {

    /** Small enough that a million appointments never lie in memory at once. */
    private static final int ROWS_AT_A_TIME = 2_000;

    private final JdbcClient jdbc;

    ClaimedTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hands over each appointment and each block with a claim that ends after {@code instant}. */
    @Transactional(readOnly = true)
    public void since(Instant instant, Consumer<Commitment> consumer) {
        read("""
                SELECT appointment_id, version, kind, resource_id, owner_id, lower(during), upper(during), expires_at,
                    location_id, starts_at, ends_at, treatment_id, minutes, amount, currency,
                    (SELECT COALESCE(sum((given ->> 'minutes')::int), 0) FROM jsonb_array_elements(add_ons) AS given)
                FROM claims JOIN appointments ON appointments.id = appointment_id
                WHERE upper(during) > :instant
                ORDER BY appointment_id
                """, instant, consumer);
        read("""
                SELECT block_id, version, kind, resource_id, owner_id, lower(during), upper(during), NULL::timestamptz,
                    location_id, NULL::timestamptz, NULL::timestamptz, NULL::uuid, 0, 0, '', 0
                FROM claims JOIN blocks ON blocks.id = block_id
                WHERE upper(during) > :instant
                ORDER BY block_id
                """, instant, consumer);
    }

    private void read(String sql, Instant instant, Consumer<Commitment> consumer) {
        Grouping grouping = new Grouping(consumer);
        jdbc.sql(sql)
                .withFetchSize(ROWS_AT_A_TIME)
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query((RowCallbackHandler) grouping::add);
        grouping.handOver();
    }

    private static final class Grouping {

        private final Consumer<Commitment> consumer;
        private final List<Claim> claims = new ArrayList<>();
        private @Nullable Commitment appointment;

        Grouping(Consumer<Commitment> consumer) {
            this.consumer = consumer;
        }

        void add(ResultSet row) throws SQLException {
            UUID next = row.getObject(1, UUID.class);
            if (appointment == null || !next.equals(appointment.id())) {
                handOver();
                OffsetDateTime expiry = row.getObject(8, OffsetDateTime.class);
                LocationId location = new LocationId(row.getObject(9, UUID.class));
                appointment = new Commitment(
                        next,
                        row.getLong(2),
                        location,
                        row.getObject(10) == null ? null : new TimeRange(instant(row, 10), instant(row, 11)),
                        List.of(),
                        expiry == null ? null : expiry.toInstant(),
                        expiry == null ? agreement(row, location) : null);
            }
            claims.add(new Claim(
                    ResourceKind.valueOf(row.getString(3)),
                    row.getObject(4, UUID.class),
                    row.getObject(5, UUID.class),
                    new TimeRange(instant(row, 6), instant(row, 7))));
        }

        private static @Nullable Agreement agreement(ResultSet row, LocationId location) throws SQLException {
            UUID treatment = row.getObject(12, UUID.class);
            int added = row.getInt(16);
            return treatment == null
                    ? null
                    : new Agreement(
                            location,
                            new TreatmentId(treatment),
                            row.getInt(13) - added,
                            added,
                            new Money(row.getLong(14), row.getString(15)));
        }

        void handOver() {
            if (appointment != null) {
                consumer.accept(appointment.with(claims));
                claims.clear();
            }
        }

        private static Instant instant(ResultSet row, int column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }
    }
}
