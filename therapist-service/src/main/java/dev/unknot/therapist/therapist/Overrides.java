package dev.unknot.therapist.therapist;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.PutOverride.DayShift;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What goes on single dates instead of the pattern. */
@Repository
class Overrides {

    private final JdbcClient database;

    Overrides(JdbcClient database) {
        this.database = database;
    }

    NavigableMap<LocalDate, List<DayShift>> of(UUID therapist) {
        return of(List.of(therapist)).getOrDefault(therapist, new TreeMap<>());
    }

    /** Therapists without an override are left out. */
    Map<UUID, NavigableMap<LocalDate, List<DayShift>>> of(Collection<UUID> therapists) {
        List<Row> rows = database.sql("""
                        SELECT therapist_id, date, location_id, starts, ends
                        FROM overrides LEFT JOIN override_shifts USING (therapist_id, date)
                        WHERE therapist_id = ANY (?)
                        ORDER BY therapist_id, date, starts, location_id""")
                .param(therapists.toArray(UUID[]::new))
                .query(Overrides::row)
                .list();
        Map<UUID, NavigableMap<LocalDate, List<DayShift>>> found = new HashMap<>();
        for (Row row : rows) {
            List<DayShift> shifts = found.computeIfAbsent(row.therapist(), any -> new TreeMap<>())
                    .computeIfAbsent(row.date(), any -> new ArrayList<>());
            if (row.shift() != null) {
                shifts.add(row.shift());
            }
        }
        return found;
    }

    void put(UUID therapist, LocalDate date, List<DayShift> shifts) {
        remove(therapist, date);
        database.sql("INSERT INTO overrides (therapist_id, date) VALUES (?, ?)")
                .params(therapist, date)
                .update();
        database.sql("""
                        INSERT INTO override_shifts (therapist_id, date, location_id, starts, ends)
                        SELECT ?, ?, * FROM unnest(?::uuid[], ?::time[], ?::time[])""")
                .params(
                        therapist,
                        date,
                        shifts.stream().map(shift -> shift.locationId().value()).toArray(UUID[]::new),
                        shifts.stream().map(shift -> shift.start().toString()).toArray(String[]::new),
                        shifts.stream().map(shift -> shift.end().toString()).toArray(String[]::new))
                .update();
    }

    void remove(UUID therapist, LocalDate date) {
        database.sql("DELETE FROM overrides WHERE therapist_id = ? AND date = ?")
                .params(therapist, date)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID location = row.getObject("location_id", UUID.class);
        DayShift shift = location == null
                ? null
                : new DayShift(
                        new LocationId(location),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class));
        return new Row(row.getObject("therapist_id", UUID.class), row.getObject("date", LocalDate.class), shift);
    }

    private record Row(
            UUID therapist, LocalDate date, @Nullable DayShift shift) {}
}
