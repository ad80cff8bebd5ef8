package dev.unknot.booking.series;

import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.series.Recurrence;
import dev.unknot.common.series.SeriesId;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.security.LocationScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All series with their occurrences. Whoever changes one has its row locked. */
@Repository
class AllSeries {

    private static final String AT_LOCATIONS = " AND (:everywhere OR location_id = ANY (:locations))";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Occurrences occurrences;

    AllSeries(JdbcClient jdbc, JsonMapper json, Occurrences occurrences) {
        this.jdbc = jdbc;
        this.json = json;
        this.occurrences = occurrences;
    }

    Optional<Series> find(SeriesId id, LocationScope scope) {
        return read("SELECT * FROM series WHERE id = :id" + AT_LOCATIONS, id, scope);
    }

    /** Waits for whoever is changing it. */
    Optional<Series> lock(SeriesId id, LocationScope scope) {
        return read("SELECT * FROM series WHERE id = :id" + AT_LOCATIONS + " FOR UPDATE", id, scope);
    }

    /** Without its occurrences, which name appointments that do not exist yet. */
    void insert(Series series, Instant agreedAt) {
        jdbc.sql("""
                INSERT INTO series (id, version, participants, treatment_id, minutes, location_id, zone, first_date,
                    local_time, recurrence, agreed_at)
                VALUES (:id, :version, CAST(:participants AS jsonb), :treatment, :minutes, :location, :zone, :first,
                    :time, CAST(:recurrence AS jsonb), :agreedAt)
                """)
                .param("id", series.id().value())
                .param("version", series.version())
                .param("participants", json.writeValueAsString(series.participants()))
                .param("treatment", series.treatment().value())
                .param("minutes", series.minutes())
                .param("location", series.location().value())
                .param("zone", series.zone().getId())
                .param("first", series.firstDate())
                .param("time", series.localTime())
                .param("recurrence", json.writeValueAsString(series.recurrence()))
                .param("agreedAt", agreedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(Series before, Series after) {
        jdbc.sql("UPDATE series SET version = :version, participants = CAST(:participants AS jsonb) WHERE id = :id")
                .param("version", after.version())
                .param("participants", json.writeValueAsString(after.participants()))
                .param("id", after.id().value())
                .update();
        occurrences.put(
                after.id(),
                after.occurrences().stream()
                        .filter(each -> !before.occurrences().contains(each))
                        .toList());
    }

    private Optional<Series> read(String sql, SeriesId id, LocationScope scope) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("everywhere", scope.all())
                .param("locations", new SqlArrayValue("uuid", (Object[]) scope.idArray()))
                .query((row, number) -> series(row, id))
                .optional();
    }

    private Series series(ResultSet row, SeriesId id) throws SQLException {
        return new Series(
                id,
                row.getLong("version"),
                List.of(json.readValue(row.getString("participants"), Seat[].class)),
                new TreatmentId(row.getObject("treatment_id", UUID.class)),
                row.getInt("minutes"),
                new LocationId(row.getObject("location_id", UUID.class)),
                ZoneId.of(row.getString("zone")),
                row.getObject("first_date", LocalDate.class),
                row.getObject("local_time", LocalTime.class),
                json.readValue(row.getString("recurrence"), Recurrence.class),
                occurrences.of(id));
    }
}
