package dev.unknot.devstack.endtoend;

import dev.unknot.devstack.Service;
import dev.unknot.devstack.ServiceProcess;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A clinic with as many rooms as further therapists, each of whom works on one morning a week, and one client for each. Rooms
 * and therapists are written into therapist-service's database as stale, so that it announces them itself.
 */
final class Crowd implements AutoCloseable {

    /** Fewer than two processes have connections, of which their listeners and the relay take some. */
    private static final int CALLERS = 30;

    /** Of one who is told to try again shortly, as a busy machine says it. */
    private static final int TRIES = 10;

    private static final Duration ANNOUNCED = Duration.ofSeconds(90);

    private static final JdbcClient SUPPLY = SharedStack.database(Service.THERAPIST);

    private final Clinic clinic;
    private final List<String> therapists;
    private final List<String> clients;

    private Crowd(Clinic clinic, List<String> therapists, List<String> clients) {
        this.clinic = clinic;
        this.therapists = therapists;
        this.clients = clients;
    }

    static Crowd of(int size, String name, ZoneId zone, LocalDate day) throws Exception {
        Clinic clinic = Clinic.open(SharedStack.get(), name, zone);
        SUPPLY.sql("""
                        INSERT INTO rooms (id, location_id, name, capabilities, places, turnover_minutes)
                        SELECT gen_random_uuid(), ?::uuid, 'Room ' || number, '{table}', 1, 10
                        FROM generate_series(2, ?) AS number""").params(clinic.location(), size).update();
        SUPPLY.sql("UPDATE locations SET fresh_until = fresh_from WHERE id = ?::uuid")
                .param(clinic.location())
                .update();
        List<String> therapists = employ(size, clinic.location(), day);
        List<String> clients = atOnce(
                size + 1, i -> clinic.client("Crowd " + i, "crowd" + i + "@example.org", "+6187011%04d".formatted(i)));
        return new Crowd(clinic, therapists, clients);
    }

    /** In one statement, or the first would be announced while the others' shifts are missing. */
    private static List<String> employ(int size, String location, LocalDate day) {
        return SUPPLY.sql("""
                        WITH crowd AS (
                            INSERT INTO therapists (id, version, name, gender, skills, state, fresh_from, fresh_until)
                            SELECT gen_random_uuid(), 1, 'Therapist ' || number, 'DIVERSE', '{swedish}', 'ACTIVE',
                                'epoch', 'epoch'
                            FROM generate_series(1, :size) AS number RETURNING id
                        ), employed AS (
                            INSERT INTO employments (therapist_id, location_id) SELECT id, :location::uuid FROM crowd
                        ), planned AS (
                            INSERT INTO patterns (therapist_id, valid_from) SELECT id, '2025-01-01' FROM crowd
                        ), working AS (
                            INSERT INTO shifts (therapist_id, valid_from, location_id, day, starts, ends)
                            SELECT id, '2025-01-01', :location::uuid, :day, '09:00', '12:00' FROM crowd
                        )
                        SELECT id::text FROM crowd""")
                .param("size", size)
                .param("location", location)
                .param("day", day.getDayOfWeek().getValue())
                .query(String.class)
                .list();
    }

    /** Waits until each process offers every one of them. */
    void isOfferedBy(List<ServiceProcess> processes, Instant start) throws Exception {
        Probe.waitUntil(
                "all are announced",
                ANNOUNCED,
                () -> SUPPLY.sql(
                                        "SELECT count(*) FROM therapists WHERE id = ANY (?::uuid[]) AND fresh_until = fresh_from")
                                .param(therapists.toArray(String[]::new))
                                .query(Long.class)
                                .single()
                        == 0);
        for (ServiceProcess process : processes) {
            var unused = atOnce(therapists.size(), i -> {
                Probe.waitUntil("each is offered", () -> offers(process, therapists.get(i), start));
                return i;
            });
        }
    }

    /** Each client asks for a therapist of their own, of the processes by turns; answers in that order. */
    List<Answer> bookAllAtOnce(List<ServiceProcess> processes, Instant start) throws Exception {
        return atOnce(
                therapists.size(),
                i -> book(caller(processes.get(i % processes.size())), wish(clients.get(i), therapists.get(i), start)));
    }

    private static Answer book(Http caller, Map<String, Object> wish) {
        String key = Clinic.key();
        Answer answer = caller.post("/api/v1/appointments", wish, "Idempotency-Key", key);
        for (int tried = 1; answer.status() == 503 && tried < TRIES; tried++) {
            answer = caller.post("/api/v1/appointments", wish, "Idempotency-Key", key);
        }
        return answer;
    }

    /** With the clinic's own therapist, who is free. */
    Answer bookOneMore(Instant start) {
        return clinic.booking().post("/api/v1/appointments", wish(clients.getLast(), clinic.therapist(), start));
    }

    /** One entry per claim. */
    List<String> taken(String kind) {
        return SharedStack.database(Service.BOOKING)
                .sql("""
                        SELECT resource_id::text FROM claims JOIN appointments ON id = appointment_id
                        WHERE location_id = ?::uuid AND kind = ?""")
                .params(clinic.location(), kind)
                .query(String.class)
                .list();
    }

    /** Pairs of claims on one resource at one time. */
    long overlaps() {
        return SharedStack.database(Service.BOOKING)
                .sql("""
                        SELECT count(*) FROM claims one JOIN claims other USING (resource_id)
                        WHERE one.during && other.during AND one.ctid < other.ctid
                          AND one.appointment_id IN (SELECT id FROM appointments WHERE location_id = ?::uuid)""")
                .param(clinic.location())
                .query(Long.class)
                .single();
    }

    /** Nobody else's clock, when it moves, shall have them all announced over another horizon. */
    @Override
    public void close() {
        SUPPLY.sql("UPDATE locations SET fresh_until = '2100-01-01', fresh_from = '2000-01-01' WHERE id = ?::uuid")
                .param(clinic.location())
                .update();
        SUPPLY.sql("""
                        WITH free AS (DELETE FROM shifts WHERE therapist_id = ANY (:them::uuid[])),
                            unplanned AS (DELETE FROM patterns WHERE therapist_id = ANY (:them::uuid[])),
                            dismissed AS (DELETE FROM employments WHERE therapist_id = ANY (:them::uuid[]))
                        DELETE FROM therapists WHERE id = ANY (:them::uuid[])""").param("them", therapists.toArray(String[]::new)).update();
    }

    private boolean offers(ServiceProcess process, String therapist, Instant start) {
        Answer slots = caller(process)
                .get("/api/v1/slots?treatment=" + clinic.treatment() + "&minutes=60&location=" + clinic.location()
                        + "&therapist=" + therapist + "&from=" + start + "&to=" + start.plusSeconds(3600) + "&limit=1");
        return slots.status() == 200 && !slots.body().path("items").isEmpty();
    }

    private Map<String, Object> wish(String client, String therapist, Instant start) {
        return Map.of(
                "participants", List.of(Map.of("clientId", client, "therapistId", therapist)),
                "treatmentId", clinic.treatment(),
                "minutes", 60,
                "locationId", clinic.location(),
                "start", start.toString());
    }

    private Http caller(ServiceProcess process) {
        return Http.at(process.port()).as(clinic.ownerToken());
    }

    private static <T> List<T> atOnce(int calls, IntFunction<T> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<T>> running = IntStream.range(0, calls)
                    .mapToObj(i -> threads.submit(() -> call.apply(i)))
                    .toList();
            try {
                List<T> results = new ArrayList<>();
                for (Future<T> one : running) {
                    results.add(one.get());
                }
                return results;
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
