package dev.unknot.devstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A location of a test's own with one room for one, where Mira works every day from eight to eight; made over HTTP. */
record Clinic(
        Stack stack, ZoneId zone, String location, String room, String therapist, String treatment, String ownerToken) {

    static Clinic open(Stack stack, String name, ZoneId zone) {
        String owner = stack.token(Role.OWNER);
        Http supply = Http.at(stack.port(Service.THERAPIST)).as(owner);
        Http demand = Http.at(stack.port(Service.BOOKING)).as(owner);
        String location = created(supply.post(
                "/api/v1/locations",
                Map.of(
                        "name", name,
                        "zone", zone.getId(),
                        "address", Map.of("street", "Quay 1", "postalCode", "1000", "city", "Harbour", "country", "AU"),
                        "phone", "+61 8 7010 0000",
                        "openingHours", everyDay(Map.of("start", "07:00", "end", "21:00")))));
        String room = created(supply.post(
                "/api/v1/locations/" + location + "/rooms",
                Map.of("name", "Tide", "capabilities", List.of("table"), "places", 1, "turnoverMinutes", 10)));
        String therapist = therapist(supply, location, zone, "Mira Lindqvist");
        String treatment = created(demand.post(
                "/api/v1/treatments",
                Map.of(
                        "approach",
                        "SWEDISH",
                        "name",
                        "Swedish massage",
                        "offers",
                        List.of(offer(30), offer(60), offer(90), offer(120)),
                        "beforeMinutes",
                        5,
                        "afterMinutes",
                        10,
                        "skill",
                        "swedish",
                        "capability",
                        "table",
                        "cadenceMinutes",
                        15,
                        "noticeMinutes",
                        60)));
        return new Clinic(stack, zone, location, room, therapist, treatment, owner);
    }

    /** Employs one more therapist with the same week; gives their id. */
    static String therapist(Http supply, String location, ZoneId zone, String name) {
        String therapist = created(supply.post(
                "/api/v1/therapists",
                Map.of(
                        "name",
                        name,
                        "gender",
                        "FEMALE",
                        "skills",
                        List.of("swedish"),
                        "locations",
                        List.of(location))));
        String version = supply.get("/api/v1/therapists/" + therapist).etag();
        Answer week = supply.put(
                "/api/v1/therapists/" + therapist + "/patterns/"
                        + LocalDate.now(zone).minusDays(1),
                Map.of("shifts", everyDay(Map.of("locationId", location, "start", "08:00", "end", "20:00"))),
                "If-Match",
                version);
        assertThat(week.status()).as("the week is entered: %s", week).isEqualTo(200);
        return therapist;
    }

    String client(String name, String email, String phone) {
        return created(booking().post("/api/v1/clients", Map.of("name", name, "email", email, "phone", phone)));
    }

    Http booking() {
        return Http.at(stack.port(Service.BOOKING)).as(ownerToken);
    }

    Http therapists() {
        return Http.at(stack.port(Service.THERAPIST)).as(ownerToken);
    }

    Http notifications() {
        return Http.at(stack.port(Service.NOTIFICATION)).as(ownerToken);
    }

    /**
     * Mira's first free slot of an hour that starts at noon or later, some days ahead; waits until it is offered, and
     * until what it was offered by is stored. The index may be ahead of that, and a visit booked meanwhile would be
     * displaced for a moment by what was announced before the week.
     */
    JsonNode slotAtNoon(int daysAhead) {
        Instant noon = LocalDate.now(zone)
                .plusDays(daysAhead)
                .atTime(12, 0)
                .atZone(zone)
                .toInstant();
        String query = "/api/v1/slots?treatment=" + treatment + "&minutes=60&location=" + location + "&therapist="
                + therapist + "&from=" + noon + "&to=" + noon.plus(Duration.ofHours(3)) + "&limit=1";
        JsonNode slot = Probe.eventually("a slot of the entered week is offered", () -> {
            Answer slots = booking().get(query);
            return slots.status() == 200 && slots.body().path("items").size() > 0
                    ? Optional.of(slots.body().path("items").get(0))
                    : Optional.empty();
        });
        Probe.waitUntil("the place and who works there are stored as they are", () -> {
            Map<String, Long> supplied = supplied();
            return stored(supplied.keySet()).equals(supplied);
        });
        return slot;
    }

    /** Versions by id. */
    private Map<String, Long> supplied() {
        return versions(
                JdbcClient.create(stack.jdbc(Service.THERAPIST)).sql("""
                        SELECT id::text, version FROM locations WHERE id = :location::uuid
                        UNION ALL
                        SELECT id::text, version FROM therapists JOIN employments ON therapist_id = id
                        WHERE location_id = :location::uuid""").param("location", location));
    }

    private Map<String, Long> stored(Set<String> ids) {
        return versions(JdbcClient.create(stack.jdbc(Service.BOOKING))
                .sql("SELECT id::text, version FROM supply_snapshots WHERE id = ANY (:ids::uuid[])")
                .param("ids", ids.toArray(String[]::new)));
    }

    private static Map<String, Long> versions(JdbcClient.StatementSpec rows) {
        return rows.query((row, number) -> Map.entry(row.getString("id"), row.getLong("version"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<String, Object> wish(String client, Instant start, int minutes) {
        return Map.of(
                "participants", List.of(Map.of("clientId", client, "therapistId", therapist)),
                "treatmentId", treatment,
                "minutes", minutes,
                "locationId", location,
                "start", start.toString());
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    private static String created(Answer answer) {
        assertThat(answer.status()).as("it is created: %s", answer).isEqualTo(201);
        return answer.createdId();
    }

    private static Map<String, Object> offer(int minutes) {
        return Map.of("minutes", minutes, "price", Map.of("amount", minutes * 125, "currency", "EUR"));
    }

    private static List<Map<String, Object>> everyDay(Map<String, Object> hours) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> {
                    Map<String, Object> ofDay = new TreeMap<>(hours);
                    ofDay.put("day", day.name());
                    return (Map<String, Object>) ofDay;
                })
                .toList();
    }
}
