package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.HistoryEntryView;
import dev.unknot.common.appointment.HistoryEntryView.Visit;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.event.EventCatalogue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What happened to all appointments, and what each was after it; only added to. */
@Repository
class Histories {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Histories(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Change<?> change, Instant at, String actor, @Nullable String cause) {
        add(List.of(change), at, actor, cause);
    }

    /** In one statement. */
    void add(List<? extends Change<?>> changes, Instant at, String actor, @Nullable String cause) {
        jdbc.sql("""
                INSERT INTO appointment_history (appointment_id, version, what, at, actor, cause, status, starts_at, ends_at,
                    location_id, waived, state, reconstructed)
                SELECT id, version, what, ?, ?, ?, state ->> 'status', CAST(state ->> 'start' AS timestamptz),
                    CAST(state ->> 'end' AS timestamptz), CAST(state ->> 'locationId' AS uuid), waived, state, false
                FROM (SELECT id, version, what, waived::jsonb, state::jsonb
                    FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                        AS texts (id, version, what, waived, state)) AS changed
                """)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(actor)
                .param(cause)
                .param(column(UUID[]::new, changes, each -> each.after().id().value()))
                .param(column(Long[]::new, changes, each -> each.after().version()))
                .param(column(
                        String[]::new,
                        changes,
                        each -> EventCatalogue.typeOf(each.event().getClass())))
                .param(column(String[]::new, changes, each -> json.writeValueAsString(each.waived())))
                .param(column(
                        String[]::new,
                        changes,
                        each -> json.writeValueAsString(each.event().appointment())))
                .update();
    }

    private static <T> T[] column(
            IntFunction<T[]> type, List<? extends Change<?>> changes, Function<Change<?>, T> value) {
        return changes.stream().map(value).toArray(type);
    }

    History of(AppointmentId appointment) {
        return new History(jdbc.sql("""
                SELECT version, what, at, actor, cause, status, starts_at, waived,
                    CASE WHEN NOT reconstructed THEN state END AS kept
                FROM appointment_history WHERE appointment_id = ? ORDER BY version
                """)
                .param(appointment.value())
                .query((row, number) -> new HistoryEntryView(
                        row.getLong("version"),
                        row.getString("what"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("cause"),
                        AppointmentStatus.valueOf(row.getString("status")),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        visit(row.getString("kept")),
                        List.of(json.readValue(row.getString("waived"), Waiver[].class))))
                .list());
    }

    private @Nullable Visit visit(@Nullable String kept) {
        return kept == null ? null : Visit.of(json.readValue(kept, AppointmentSnapshot.class));
    }
}
