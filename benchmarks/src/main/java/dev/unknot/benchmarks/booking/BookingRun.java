package dev.unknot.benchmarks.booking;

import dev.unknot.benchmarks.Figures;
import dev.unknot.benchmarks.RunServers;
import dev.unknot.common.access.Role;
import dev.unknot.devstack.PortPlan;
import dev.unknot.devstack.Service;
import dev.unknot.devstack.ServiceProcess;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** booking-service as a process of its own, with PostgreSQL, Kafka and the tokens of a running system. */
public final class BookingRun {

    private static final int CLIENTS = 8;
    private static final int RECORDED = 400;
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    /** Until a booking is compiled: by then some eight thousand have been made. */
    private static final Duration WARM_UP_OF_BOOKINGS = Duration.ofSeconds(60);

    private static final Duration MEASURED = Duration.ofSeconds(12);
    private static final Duration SEARCHED = Duration.ofDays(14);

    /** Last and so stronger than the command line: compiled as in production, where dev-stack is made for a quick start. */
    private static final Map<String, String> AS_IN_PRODUCTION =
            Map.of("_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4 -Xmx768m");

    private final Figures figures;
    private final Stack stack;

    private BookingRun(Figures figures, Stack stack) {
        this.figures = figures;
        this.stack = stack;
    }

    public static void measure(Figures figures) {
        try (Stack stack = Stack.lasting(RunServers.directory().resolve("stack"), PortPlan.free())) {
            new BookingRun(figures, stack).run();
        }
    }

    private void run() {
        System.out.println("starting PostgreSQL, Kafka, front-desk, therapist-service and booking-service");
        List<ServiceProcess> others = List.of(stack.start(Service.FRONT_DESK), stack.start(Service.THERAPIST));
        others.forEach(process -> process.awaitReady(Stack.START_LIMIT));
        String owner = stack.token(Role.OWNER);
        Practice practice;
        Wishes wishes;
        List<RecordedTransaction> recorded;
        try (RecordedService service = RecordedService.start(stack)) {
            Http demand = Http.at(service.port()).as(owner);
            practice = Practice.open(Http.at(stack.port(Service.THERAPIST)).as(owner), demand);
            practice.awaitSupply(demand);
            wishes = new Wishes(practice);
            recorded = record(service, demand, practice, wishes);
        }
        ServiceProcess booking = stack.startAnother(Service.BOOKING, AS_IN_PRODUCTION);
        booking.awaitReady(Stack.START_LIMIT);
        // Diaries are not what is measured; tokens are known by now.
        others.getLast().stop();
        Http demand = Http.at(booking.port()).as(stack.token(Role.OWNER));
        bookings(demand, wishes);
        searches(demand, practice);
        booking.stop();
        others.getFirst().stop();
        floors(recorded, practice.shared());
    }

    private List<RecordedTransaction> record(RecordedService service, Http demand, Practice practice, Wishes wishes) {
        var unused = service.taken();
        int searches = 50;
        for (int i = 0; i < searches; i++) {
            ok(demand.get(practice.search(practice.sites().getFirst(), Instant.now(), SEARCHED)), 200);
        }
        int bySearches = service.taken().stream()
                .mapToInt(one -> one.statements().size())
                .sum();
        figures.add("statements of a search", (double) bySearches / searches, "statements");
        for (int i = 0; i < RECORDED; i++) {
            ok(demand.post("/api/v1/appointments", wishes.next()), 201);
        }
        List<RecordedTransaction> bookings =
                service.taken().stream().filter(RecordedTransaction::books).toList();
        Set<Integer> counts =
                bookings.stream().map(one -> one.statements().size()).collect(Collectors.toSet());
        figures.add(
                "statements of a booking, fewest",
                counts.stream().min(Integer::compare).orElseThrow(),
                "statements");
        figures.add(
                "statements of a booking, most",
                counts.stream().max(Integer::compare).orElseThrow(),
                "statements");
        return bookings;
    }

    private void bookings(Http demand, Wishes wishes) {
        Runnable book = () -> ok(demand.post("/api/v1/appointments", wishes.next()), 201);
        System.out.println("bookings at " + CLIENTS + " clients");
        var unused = Load.of(CLIENTS, WARM_UP_OF_BOOKINGS, book);
        Load load = Load.of(CLIENTS, MEASURED, book);
        figures.add("bookings, " + CLIENTS + " clients", load.rate(), "bookings/s");
        figures.add("booking p50, " + CLIENTS + " clients", load.times().percentile(50), "ms");
        figures.add("booking p99, " + CLIENTS + " clients", load.times().percentile(99), "ms");
    }

    private void searches(Http demand, Practice practice) {
        Random random = new Random(4);
        Instant first = Practice.firstDay().atStartOfDay(Practice.ZONE).toInstant();
        Runnable search = () -> {
            Duration ahead = Duration.ofMinutes(5L * random.nextInt(90 * 288));
            Practice.Site site = practice.sites().get(random.nextInt(Practice.SITES));
            ok(demand.get(practice.search(site, first.plus(ahead), SEARCHED)), 200);
        };
        for (int clients : new int[] {1, CLIENTS}) {
            System.out.println("searches at " + clients + (clients == 1 ? " client" : " clients"));
            var unused = Load.of(clients, WARM_UP, search);
            Load load = Load.of(clients, MEASURED.dividedBy(2), search);
            figures.add("search p50, " + clients + " clients", load.times().percentile(50), "ms");
            figures.add("search p99, " + clients + " clients", load.times().percentile(99), "ms");
            figures.add("searches, " + clients + " clients", load.rate(), "searches/s");
        }
    }

    private void floors(List<RecordedTransaction> recorded, Set<UUID> shared) {
        System.out.println("the same statements by bare JDBC at " + CLIENTS + " connections");
        try (BareJdbc all = new BareJdbc(stack.jdbc(Service.BOOKING), new Replay(recorded, shared, 2), true)) {
            figures.add("same statements, bare JDBC", all.rate(CLIENTS, WARM_UP, MEASURED), "transactions/s");
        }
        List<RecordedTransaction> claims = recorded.stream()
                .map(one -> one.only(statement -> statement.writes("claims") || statement.writes("outbox")))
                .toList();
        try (BareJdbc least = new BareJdbc(stack.jdbc(Service.BOOKING), new Replay(claims, shared, 400), false)) {
            figures.add(
                    "claims and outbox alone, bare JDBC",
                    least.rate(CLIENTS, WARM_UP, MEASURED.dividedBy(2)),
                    "transactions/s");
        }
        figures.addRatio(
                "bookings / same statements", "bookings, " + CLIENTS + " clients", "same statements, bare JDBC");
        figures.addRatio(
                "bookings / claims and outbox alone",
                "bookings, " + CLIENTS + " clients",
                "claims and outbox alone, bare JDBC");
    }

    private static void ok(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("answered " + answer);
        }
    }
}
