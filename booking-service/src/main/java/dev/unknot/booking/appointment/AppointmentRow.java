package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.treatment.TreatmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
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
        return new Appointment(
                new AppointmentId(id(row, "id")),
                row.getLong("version"),
                row.getLong("revision"),
                AppointmentStatus.valueOf(row.getString("status")),
                all(row, "participants", Participant[].class),
                new TreatmentId(id(row, "treatment_id")),
                row.getInt("minutes"),
                new LocationId(id(row, "location_id")),
                ZoneId.of(row.getString("zone")),
                new RoomId(id(row, "room_id")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                new Money(row.getLong("amount"), row.getString("currency")),
                all(row, "waivers", Waiver[].class));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private <T> List<T> all(ResultSet row, String column, Class<T[]> type) throws SQLException {
        String text = row.getString(column);
        return text == null ? List.of() : List.of(json.readValue(text, type));
    }
}
