package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AddOn;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.series.SeriesId;
import dev.unknot.common.treatment.TreatmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads an appointment from the columns of {@link Appointments}. */
@Component
class AppointmentRow implements RowMapper<Appointment> {

    private final JsonMapper json;

    AppointmentRow(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Appointment mapRow(ResultSet row, int number) throws SQLException {
        String displaced = row.getString("displaced");
        UUID seriesId = row.getObject("series_id", UUID.class);
        return new Appointment(
                new AppointmentId(id(row, "id")),
                row.getLong("version"),
                row.getLong("revision"),
                AppointmentStatus.valueOf(row.getString("status")),
                all(row, "participants", Participant[].class),
                new TreatmentId(id(row, "treatment_id")),
                visit(row),
                all(row, "waivers", Waiver[].class),
                instant(row, "expires_at"),
                displaced == null ? null : Displacement.ofCode(displaced),
                cancellation(row),
                seriesId == null ? null : new SeriesId(seriesId),
                row.getBoolean("overbooked"));
    }

    private Visit visit(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        Long tax = row.getObject("tax", Long.class);
        return new Visit(
                row.getInt("minutes"),
                new LocationId(id(row, "location_id")),
                ZoneId.of(row.getString("zone")),
                new RoomId(id(row, "room_id")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                new Money(row.getLong("amount"), currency),
                tax == null ? null : new Money(tax, currency),
                all(row, "add_ons", AddOn[].class));
    }

    static @Nullable Cancellation cancellation(ResultSet row) throws SQLException {
        Instant at = instant(row, "cancelled_at");
        return at == null
                ? null
                : new Cancellation(
                        at,
                        row.getString("cancelled_by"),
                        row.getString("cancelled_cause"),
                        row.getString("cancelled_note"),
                        row.getBoolean("cancelled_late"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private <T> List<T> all(ResultSet row, String column, Class<T[]> type) throws SQLException {
        String text = row.getString(column);
        return text == null ? List.of() : List.of(json.readValue(text, type));
    }
}
