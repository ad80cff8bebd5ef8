package dev.unknot.devstack;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.test.Http;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * The demo's logins. They are written into front-desk's database as the first owner is: their password is the owner's, so
 * that one is enough to remember, and nobody is asked to change it first.
 */
final class DemoStaff {

    private static final UUID NAMES = UUID.fromString("01900000-0000-7000-8000-00000000de30");

    private final Http supply;
    private final JdbcClient accounts;

    /** @param supply therapist-service, called by an owner */
    DemoStaff(Http supply, DataSource frontDesk) {
        this.supply = supply;
        this.accounts = JdbcClient.create(frontDesk);
    }

    /** A manager of all, a front desk for each location and a login for each therapist; what is there stays. */
    void sign() {
        List<JsonNode> locations = items("/api/v1/locations");
        add("manager", "Mara Vance", Role.MANAGER, List.of(), null);
        locations.forEach(location -> {
            String place = location.path("name").asString().replace("Unknot ", "");
            add(
                    "desk." + mailbox(place),
                    "Front desk " + place,
                    Role.FRONT_DESK,
                    List.of(LocationId.of(location.path("id").asString())),
                    null);
        });
        items("/api/v1/therapists").forEach(this::therapist);
    }

    private void therapist(JsonNode therapist) {
        String name = therapist.path("name").asString();
        List<LocationId> locations = therapist
                .path("locations")
                .valueStream()
                .map(location -> LocationId.of(location.asString()))
                .toList();
        add(
                mailbox(name.split(" ")[0]),
                name,
                Role.THERAPIST,
                locations,
                UUID.fromString(therapist.path("id").asString()));
    }

    private void add(String mailbox, String name, Role role, List<LocationId> locations, @Nullable UUID therapist) {
        String email = mailbox + "@unknot.example";
        accounts.sql("""
                        INSERT INTO accounts (id, version, email, name, password_hash, role, all_locations, locations, therapist_id)
                        SELECT :id, 0, :email, :name, password_hash, :role, :all, CAST(:locations AS uuid[]), :therapist
                        FROM accounts WHERE email = :owner
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", UUID.nameUUIDFromBytes((NAMES + email).getBytes(StandardCharsets.UTF_8)))
                .param("email", email)
                .param("name", name)
                .param("role", role.code())
                .param("all", locations.isEmpty())
                .param("locations", locations.toString().replace('[', '{').replace(']', '}'))
                .param("therapist", therapist)
                .param("owner", Settings.DEMO_OWNER)
                .update();
    }

    private List<JsonNode> items(String path) {
        return supply.get(path + "?limit=100")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static String mailbox(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
