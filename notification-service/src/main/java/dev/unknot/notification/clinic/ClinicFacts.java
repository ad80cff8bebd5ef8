package dev.unknot.notification.clinic;

import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.treatment.TranslatedName;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ClinicFacts implements Clinic {
    private static final TypeReference<Map<String, String>> BY_LANGUAGE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ClinicFacts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Location> location(LocationId id) {
        return jdbc.sql("SELECT * FROM locations WHERE id = ?")
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
                .list()
                .stream()
                .map(LocationId::new)
                .toList();
    }

    @Override
    public Optional<TranslatedName> treatmentName(TreatmentId id) {
        return jdbc.sql("SELECT name, names FROM treatments WHERE id = ?")
                .param(id.value())
                .query((row, number) ->
                        new TranslatedName(row.getString("name"), json.readValue(row.getString("names"), BY_LANGUAGE)))
                .optional();
    }

    @Override
    public Optional<String> therapistName(TherapistId id) {
        return name("SELECT name FROM therapists WHERE id = ?", id.value());
    }

    void keep(LocationSnapshot location) {
        Address address = location.address();
        jdbc.sql("""
                        INSERT INTO locations (id, name, zone, street, postal_code, city, country, phone, email)
                        VALUES (:id, :name, :zone, :street, :postalCode, :city, :country, :phone, :email)
                        ON CONFLICT (id) DO UPDATE
                        SET name = excluded.name, zone = excluded.zone, street = excluded.street,
                            postal_code = excluded.postal_code, city = excluded.city, country = excluded.country,
                            phone = excluded.phone, email = excluded.email
                        """)
                .param("id", location.id().value())
                .param("name", location.name())
                .param("zone", location.zone().getId())
                .param("street", address.street())
                .param("postalCode", address.postalCode())
                .param("city", address.city())
                .param("country", address.country())
                .param("phone", location.phone())
                .param("email", location.email())
                .update();
    }

    void keep(TreatmentSnapshot treatment) {
        jdbc.sql("""
                        INSERT INTO treatments (id, name, names) VALUES (?, ?, ?::jsonb)
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name, names = excluded.names
                        """)
                .params(treatment.id().value(), treatment.name(), json.writeValueAsString(treatment.names()))
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
        String country = row.getString("country");
        Address address = new Address(
                row.getString("street"),
                row.getString("postal_code"),
                row.getString("city"),
                country == null ? "" : country);
        return Location.of(
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                address,
                row.getString("phone"),
                row.getString("email"));
    }
}
