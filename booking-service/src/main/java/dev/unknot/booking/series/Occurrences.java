package dev.unknot.booking.series;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.series.OccurrenceRefusal;
import dev.unknot.common.series.SeriesId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The occurrences of all series. */
@Repository
class Occurrences {

    private final JdbcClient jdbc;

    Occurrences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Occurrence> of(SeriesId series) {
        return jdbc.sql("SELECT * FROM series_occurrences WHERE series_id = ? ORDER BY number")
                .param(series.value())
                .query(Occurrences::occurrence)
                .list();
    }

    /** New ones, or in place of those with their numbers; in one statement. */
    void put(SeriesId series, List<Occurrence> occurrences) {
        jdbc.sql("""
                INSERT INTO series_occurrences (series_id, number, local_date, local_time, appointment_id, refusal_code,
                    refusal_detail)
                SELECT ?, number, local_date, local_time, appointment_id, refusal_code, refusal_detail
                FROM unnest(?::integer[], ?::date[], ?::time[], ?::uuid[], ?::text[], ?::text[])
                    AS put (number, local_date, local_time, appointment_id, refusal_code, refusal_detail)
                ON CONFLICT (series_id, number) DO UPDATE SET local_date = EXCLUDED.local_date,
                    local_time = EXCLUDED.local_time, appointment_id = EXCLUDED.appointment_id,
                    refusal_code = EXCLUDED.refusal_code, refusal_detail = EXCLUDED.refusal_detail
                """)
                .param(series.value())
                .param(column(Integer[]::new, occurrences, Occurrence::number))
                .param(column(
                        String[]::new, occurrences, each -> each.at().date().toString()))
                .param(column(
                        String[]::new, occurrences, each -> each.at().time().toString()))
                .param(column(UUID[]::new, occurrences, Occurrences::appointment))
                .param(column(String[]::new, occurrences, each -> refusal(each, OccurrenceRefusal::code)))
                .param(column(String[]::new, occurrences, each -> refusal(each, OccurrenceRefusal::detail)))
                .update();
    }

    private static <T extends @Nullable Object> T[] column(
            IntFunction<T[]> type, List<Occurrence> occurrences, Function<Occurrence, T> value) {
        return occurrences.stream().map(value).toArray(type);
    }

    private static @Nullable UUID appointment(Occurrence occurrence) {
        AppointmentId appointment = occurrence.appointment();
        return appointment == null ? null : appointment.value();
    }

    private static @Nullable String refusal(Occurrence occurrence, Function<OccurrenceRefusal, String> part) {
        OccurrenceRefusal refusal = occurrence.refusal();
        return refusal == null ? null : part.apply(refusal);
    }

    private static Occurrence occurrence(ResultSet row, int position) throws SQLException {
        UUID appointment = row.getObject("appointment_id", UUID.class);
        String code = row.getString("refusal_code");
        return new Occurrence(
                row.getInt("number"),
                new WallTime(
                        row.getObject("local_date", LocalDate.class), row.getObject("local_time", LocalTime.class)),
                appointment == null ? null : new AppointmentId(appointment),
                code == null ? null : new OccurrenceRefusal(code, row.getString("refusal_detail")));
    }
}
