package dev.unknot.notification.clinic;

import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClinicFacts implements Clinic {
    private final JdbcClient jdbc;

    ClinicFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Location> location(LocationId id) {
        return jdbc.sql("SELECT name, zone, street, postal_code, city, phone FROM locations WHERE id = ?")
                .param(id.value())
                .query(ClinicFacts::location)
                .optional();
    }

    @Override
    public List<LocationId> locationsWithPhone(String phone) {
        return jdbc
                .sql("SELECT id FROM locations WHERE regexp_replace(phone, '[^+0-9]', '', 'g') = ? ORDER BY id")
                .param(phone)
                .query(UUID.class)
                .stream()
                .map(LocationId::new)
                .toList();
    }

    @Override
    public Optional<String> treatmentName(TreatmentId id) {
        return name("SELECT name FROM treatments WHERE id = ?", id.value());
    }

    @Override
    public Optional<String> therapistName(TherapistId id) {
        return name("SELECT name FROM therapists WHERE id = ?", id.value());
    }

    void keep(LocationSnapshot location) {
        Address address = location.address();
        jdbc.sql("""
                        INSERT INTO locations (id, name, zone, street, postal_code, city, phone)
                        VALUES (:id, :name, :zone, :street, :postalCode, :city, :phone)
                        ON CONFLICT (id) DO UPDATE
                        SET name = excluded.name, zone = excluded.zone, street = excluded.street,
                            postal_code = excluded.postal_code, city = excluded.city, phone = excluded.phone
                        """)
                .param("id", location.id().value())
                .param("name", location.name())
                .param("zone", location.zone().getId())
                .param("street", address.street())
                .param("postalCode", address.postalCode())
                .param("city", address.city())
                .param("phone", location.phone())
                .update();
    }

    void keep(TreatmentSnapshot treatment) {
        jdbc.sql("INSERT INTO treatments (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name")
                .params(treatment.id().value(), treatment.name())
                .update();
    }

    void keep(TherapistSnapshot therapist) {
        jdbc.sql("INSERT INTO therapists (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name")
                .params(therapist.id().value(), therapist.name())
                .update();
    }

    void eraseTherapist(UUID therapist) {
        jdbc.sql("DELETE FROM therapists WHERE id = ?").param(therapist).update();
    }

    private Optional<String> name(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(String.class).optional();
    }

    private static Location location(ResultSet row, int number) throws SQLException {
        return new Location(
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getString("street"),
                row.getString("postal_code"),
                row.getString("city"),
                row.getString("phone"));
    }
}
