package dev.unknot.therapist.therapist;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TimeOffId;
import dev.unknot.common.therapist.TimeOffView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.therapist.schedule.TimeRanges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The times off of therapists. Those of one never overlap; they may touch. */
@Repository
class TimesOff {

    private final JdbcClient database;
    private final Clock clock;

    TimesOff(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(TimeOffView off) {
        database.sql("INSERT INTO times_off (id, therapist_id, starts, ends, cause) VALUES (?, ?, ?, ?, ?)")
                .params(
                        off.id().value(),
                        off.therapistId().value(),
                        off.start().atOffset(ZoneOffset.UTC),
                        off.end().atOffset(ZoneOffset.UTC),
                        off.cause())
                .update();
    }

    /** @return whether the therapist had it */
    boolean remove(UUID therapist, TimeOffId id) {
        return database.sql("DELETE FROM times_off WHERE therapist_id = ? AND id = ?")
                        .params(therapist, id.value())
                        .update()
                > 0;
    }

    Optional<TimeOffView> find(UUID therapist, TimeOffId id) {
        return database.sql("SELECT * FROM times_off WHERE therapist_id = ? AND id = ?")
                .params(therapist, id.value())
                .query(TimesOff::view)
                .optional();
    }

    /** Of those that are not over. */
    int countAhead(UUID therapist) {
        return database.sql("SELECT count(*) FROM times_off WHERE therapist_id = ? AND ends > ?")
                .params(therapist, clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Those that touch the period, by start. */
    List<TimeOffView> list(Collection<UUID> therapists, TimeRange period) {
        return database.sql("""
                        SELECT * FROM times_off
                        WHERE therapist_id = ANY (?) AND tstzrange(starts, ends) && tstzrange(?, ?)
                        ORDER BY starts""")
                .params(
                        therapists.toArray(UUID[]::new),
                        period.start().atOffset(ZoneOffset.UTC),
                        period.end().atOffset(ZoneOffset.UTC))
                .query(TimesOff::view)
                .list();
    }

    TimeRanges of(UUID therapist, TimeRange period) {
        return of(List.of(therapist), period).getOrDefault(therapist, TimeRanges.NONE);
    }

    /** Inside the period; therapists without any are left out. */
    Map<UUID, TimeRanges> of(Collection<UUID> therapists, TimeRange period) {
        return list(therapists, period).stream()
                .collect(groupingBy(
                        off -> off.therapistId().value(),
                        Collectors.collectingAndThen(
                                mapping(off -> new TimeRange(off.start(), off.end()), toList()),
                                off -> TimeRanges.union(off).within(period))));
    }

    private static TimeOffView view(ResultSet row, int number) throws SQLException {
        return new TimeOffView(
                new TimeOffId(row.getObject("id", UUID.class)),
                new TherapistId(row.getObject("therapist_id", UUID.class)),
                row.getObject("starts", OffsetDateTime.class).toInstant(),
                row.getObject("ends", OffsetDateTime.class).toInstant(),
                row.getString("cause"));
    }
}
