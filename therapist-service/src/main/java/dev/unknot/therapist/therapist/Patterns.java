package dev.unknot.therapist.therapist;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Shift;
import dev.unknot.therapist.schedule.Rota;
import dev.unknot.therapist.schedule.Timetable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The patterns of therapists. In SQL, since a pattern is always put and read as a whole. */
@Repository
class Patterns {

    private final JdbcClient database;

    Patterns(JdbcClient database) {
        this.database = database;
    }

    Timetable of(UUID therapist) {
        return of(List.of(therapist)).getOrDefault(therapist, Timetable.NONE);
    }

    /** Therapists without a pattern are left out. */
    Map<UUID, Timetable> of(Collection<UUID> therapists) {
        List<Row> rows = database.sql("""
                        SELECT therapist_id, valid_from, p.weeks, location_id, week, day, starts, ends
                        FROM patterns p LEFT JOIN shifts USING (therapist_id, valid_from)
                        WHERE therapist_id = ANY (?)
                        ORDER BY therapist_id, valid_from, week, day, starts, location_id""")
                .param(therapists.toArray(UUID[]::new))
                .query(Patterns::row)
                .list();
        Map<UUID, Map<LocalDate, Rota>> found = new HashMap<>();
        for (Row row : rows) {
            found.computeIfAbsent(row.therapist(), any -> new HashMap<>())
                    .merge(row.rota().validFrom(), row.rota(), Patterns::together);
        }
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        patterns -> Timetable.of(patterns.getValue().values())));
    }

    private static Rota together(Rota one, Rota more) {
        return new Rota(
                one.validFrom(),
                one.weeks(),
                Stream.concat(one.shifts().stream(), more.shifts().stream()).toList());
    }

    void put(UUID therapist, Rota rota) {
        remove(therapist, rota.validFrom());
        database.sql("INSERT INTO patterns (therapist_id, valid_from, weeks) VALUES (?, ?, ?)")
                .params(therapist, rota.validFrom(), rota.weeks())
                .update();
        List<Shift> shifts = rota.shifts();
        database.sql("""
                        INSERT INTO shifts (therapist_id, valid_from, weeks, location_id, week, day, starts, ends)
                        SELECT ?, ?, ?, * FROM unnest(?::uuid[], ?::smallint[], ?::smallint[], ?::time[], ?::time[])""")
                .params(
                        therapist,
                        rota.validFrom(),
                        rota.weeks(),
                        shifts.stream().map(shift -> shift.locationId().value()).toArray(UUID[]::new),
                        shifts.stream().map(Shift::week).toArray(Integer[]::new),
                        shifts.stream().map(shift -> shift.day().getValue()).toArray(Integer[]::new),
                        shifts.stream().map(shift -> shift.start().toString()).toArray(String[]::new),
                        shifts.stream().map(shift -> shift.end().toString()).toArray(String[]::new))
                .update();
    }

    void remove(UUID therapist, LocalDate validFrom) {
        database.sql("DELETE FROM patterns WHERE therapist_id = ? AND valid_from = ?")
                .params(therapist, validFrom)
                .update();
    }

    /** A pattern with one of its shifts, or with none. */
    private static Row row(ResultSet row, int number) throws SQLException {
        UUID location = row.getObject("location_id", UUID.class);
        List<Shift> shifts = location == null
                ? List.of()
                : List.of(new Shift(
                        new LocationId(location),
                        DayOfWeek.of(row.getInt("day")),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class),
                        row.getInt("week")));
        return new Row(
                row.getObject("therapist_id", UUID.class),
                new Rota(row.getObject("valid_from", LocalDate.class), row.getInt("weeks"), shifts));
    }

    private record Row(UUID therapist, Rota rota) {}
}
