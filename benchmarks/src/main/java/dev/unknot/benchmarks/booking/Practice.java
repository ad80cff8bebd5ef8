package dev.unknot.benchmarks.booking;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.RoomId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** Five locations in Berlin, each with ten therapists and ten rooms, open every day from 8 to 20; made over HTTP. */
record Practice(List<Site> sites, List<String> clients, String treatment) {

    record Site(String location, List<String> therapists, List<String> rooms) {}

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final int SITES = 5;
    static final int THERAPISTS = 10;
    static final int CLIENTS = 200;

    static Practice open(Http supply, Http demand) {
        List<Site> sites = IntStream.range(0, SITES)
                .mapToObj(i -> site(supply, "Harbour " + i))
                .toList();
        String treatment = created(demand.post(
                "/api/v1/treatments",
                Map.ofEntries(
                        Map.entry("approach", "SWEDISH"),
                        Map.entry("name", "Swedish massage"),
                        Map.entry(
                                "offers",
                                List.of(Map.of("minutes", 60, "price", Map.of("amount", 7_500, "currency", "EUR")))),
                        Map.entry("beforeMinutes", 5),
                        Map.entry("afterMinutes", 10),
                        Map.entry("skill", "swedish"),
                        Map.entry("capability", "table"),
                        Map.entry("cadenceMinutes", 15),
                        Map.entry("noticeMinutes", 60))));
        List<String> clients = IntStream.range(0, CLIENTS)
                .mapToObj(i -> created(demand.post(
                        "/api/v1/clients",
                        Map.of(
                                "name", "Client " + i,
                                "email", "client" + i + "@example.org",
                                "phone", "+4930231251%03d".formatted(i)))))
                .toList();
        return new Practice(sites, clients, treatment);
    }

    private static Site site(Http supply, String name) {
        String location = created(supply.post(
                "/api/v1/locations",
                Map.of(
                        "name", name,
                        "zone", ZONE.getId(),
                        "address", Map.of("street", "Quay 1", "postalCode", "10997", "city", "Berlin", "country", "DE"),
                        "phone", "+49 30 231250000",
                        "openingHours", everyDay(Map.of("start", "08:00", "end", "20:00")))));
        List<String> rooms = IntStream.range(0, THERAPISTS)
                .mapToObj(i -> created(supply.post(
                        "/api/v1/locations/" + location + "/rooms",
                        Map.of(
                                "name",
                                "Room " + i,
                                "capabilities",
                                List.of("table"),
                                "places",
                                1,
                                "turnoverMinutes",
                                10))))
                .toList();
        List<String> therapists = IntStream.range(0, THERAPISTS)
                .mapToObj(i -> therapist(supply, location, "Mira " + i))
                .toList();
        return new Site(location, therapists, rooms);
    }

    private static String therapist(Http supply, String location, String name) {
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
                        + LocalDate.now(ZONE).minusDays(1),
                Map.of("shifts", everyDay(Map.of("locationId", location, "start", "08:00", "end", "20:00"))),
                "If-Match",
                version);
        if (week.status() != 200) {
            throw new IllegalStateException("the week is not entered: " + week);
        }
        return therapist;
    }

    /** Until each of the therapists is offered. */
    void awaitSupply(Http demand) {
        Instant from = firstDay().atStartOfDay(ZONE).toInstant();
        for (Site site : sites) {
            for (String therapist : site.therapists()) {
                Probe.waitUntil("the week of " + therapist + " is offered", Duration.ofSeconds(60), () -> {
                    Answer slots =
                            demand.get(search(site, from, Duration.ofDays(1)) + "&limit=1&therapist=" + therapist);
                    return slots.status() == 200 && slots.body().path("items").size() == 1;
                });
            }
        }
    }

    String search(Site site, Instant from, Duration length) {
        return "/api/v1/slots?treatment=" + treatment + "&minutes=60&location=" + site.location() + "&from=" + from
                + "&to=" + from.plus(length);
    }

    /** Far enough for any notice. */
    static LocalDate firstDay() {
        return LocalDate.now(ZONE).plusDays(2);
    }

    /** All that many bookings share, so that whatever else occurs in one of them is its own. */
    Set<UUID> shared() {
        Set<UUID> shared = new HashSet<>();
        shared.add(UUID.fromString(treatment));
        clients.forEach(client -> shared.add(UUID.fromString(client)));
        for (Site site : sites) {
            shared.add(UUID.fromString(site.location()));
            site.therapists().forEach(therapist -> shared.add(UUID.fromString(therapist)));
            for (String room : site.rooms()) {
                shared.add(UUID.fromString(room));
                shared.add(new RoomPlace(RoomId.of(room), 0).resourceId());
            }
        }
        return shared;
    }

    private static String created(Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException("not created: " + answer);
        }
        return answer.createdId();
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
