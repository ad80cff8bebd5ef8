package dev.unknot.therapist.therapist;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Shift;
import dev.unknot.therapist.schedule.Timetable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The weekly patterns of therapists. In SQL, since a pattern is always put and read as a whole. */
@Repository
class Patterns {

    static final Timetable NONE = new Timetable(new TreeMap<>());

    private final JdbcClient database;

    Patterns(JdbcClient database) {
        this.database = database;
    }

    Timetable of(UUID therapist) {
        return of(List.of(therapist)).getOrDefault(therapist, NONE);
    }

    /** Therapists without a pattern are left out. */
    Map<UUID, Timetable> of(Collection<UUID> therapists) {
        List<Row> rows = database.sql("""
                        SELECT therapist_id, valid_from, location_id, day, starts, ends
                        FROM patterns LEFT JOIN shifts USING (therapist_id, valid_from)
                        WHERE therapist_id = ANY (?)
                        ORDER BY therapist_id, valid_from, day, starts, location_id""")
                .param(therapists.toArray(UUID[]::new))
                .query(Patterns::row)
                .list();
        Map<UUID, NavigableMap<LocalDate, List<Shift>>> found = new HashMap<>();
        for (Row row : rows) {
            List<Shift> shifts = found.computeIfAbsent(row.therapist(), any -> new TreeMap<>())
                    .computeIfAbsent(row.validFrom(), any -> new ArrayList<>());
            if (row.shift() != null) {
                shifts.add(row.shift());
            }
        }
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, patterns -> new Timetable(patterns.getValue())));
    }

    void put(UUID therapist, LocalDate validFrom, List<Shift> shifts) {
        database.sql("DELETE FROM patterns WHERE therapist_id = ? AND valid_from = ?")
                .params(therapist, validFrom)
                .update();
        database.sql("INSERT INTO patterns (therapist_id, valid_from) VALUES (?, ?)")
                .params(therapist, validFrom)
                .update();
        database.sql("""
                        INSERT INTO shifts (therapist_id, valid_from, location_id, day, starts, ends)
                        SELECT ?, ?, * FROM unnest(?::uuid[], ?::smallint[], ?::time[], ?::time[])""")
                .params(
                        therapist,
                        validFrom,
                        shifts.stream().map(shift -> shift.locationId().value()).toArray(UUID[]::new),
                        shifts.stream().map(shift -> shift.day().getValue()).toArray(Integer[]::new),
                        shifts.stream().map(shift -> shift.start().toString()).toArray(String[]::new),
                        shifts.stream().map(shift -> shift.end().toString()).toArray(String[]::new))
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID location = row.getObject("location_id", UUID.class);
        Shift shift = location == null
                ? null
                : new Shift(
                        new LocationId(location),
                        DayOfWeek.of(row.getInt("day")),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class));
        return new Row(row.getObject("therapist_id", UUID.class), row.getObject("valid_from", LocalDate.class), shift);
    }

    private record Row(
            UUID therapist, LocalDate validFrom, @Nullable Shift shift) {}
}
