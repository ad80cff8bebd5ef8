package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Attendance;
import dev.unknot.common.client.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The visits to which nobody came, for who builds an index of them. */
@Component
public class MissedVisits {

    /** Three years, the most months over which no-shows count, and a little more. */
    static final Duration COUNTED = Duration.ofDays(3 * 366 + 8);

    private final JdbcClient jdbc;

    MissedVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hands over each no-show that may count now or later. */
    @Transactional(readOnly = true)
    public void counted(Instant now, Consumer<Attendance> consumer) {
        jdbc.sql("""
                SELECT id, version, starts_at, ARRAY(SELECT client_id FROM appointment_participants p
                    WHERE p.appointment_id = a.id AND client_id IS NOT NULL)
                FROM appointments a WHERE status = 'NO_SHOW' AND starts_at > :instant
                """)
                .param("instant", now.minus(COUNTED).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Attendance(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        Arrays.stream((UUID[]) row.getArray(4).getArray())
                                .map(ClientId::new)
                                .collect(Collectors.toUnmodifiableSet())))
                .list()
                .forEach(consumer);
    }
}
