package dev.unknot.booking.client;

import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Locations that this service has heard of. */
final class Places {

    private Places() {}

    static LocationId in(String country, JdbcClient jdbc) {
        LocationId location = new LocationId(UUID.randomUUID());
        LocationSnapshot snapshot = new LocationSnapshot(
                location,
                "Place",
                ZoneId.of("Europe/Berlin"),
                new Address("Street 1", "10115", "Town", country),
                "+49 30 23125100",
                TimeRange.of(Instant.parse("2030-01-01T00:00:00Z"), Duration.ofDays(1)),
                List.of(),
                List.of());
        jdbc.sql("INSERT INTO supply_snapshots (id, kind, version, snapshot) VALUES (?, 'LOCATION', 1, ?::jsonb)")
                .params(location.value(), JsonMapper.shared().writeValueAsString(snapshot))
                .update();
        return location;
    }
}
