package dev.unknot.benchmarks.outbox;

import dev.unknot.benchmarks.Figures;
import dev.unknot.benchmarks.RunServers;
import dev.unknot.benchmarks.Times;
import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.event.Topics;
import dev.unknot.platform.outbox.Outbox.Announcement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** From a commit to the consumer, and from the consumer's side how fast a burst goes through. */
public final class OutboxRun {

    private static final int RATE = 200;
    private static final int WARM_UP_RATE = 500;
    private static final int WARM_UP = 5_000;
    private static final int TURNS = 10;
    private static final int MEASURED_IN_A_TURN = 2 * RATE;
    private static final int BURST = 100_000;
    private static final int BURSTS = 3;
    private static final int LOT = 1_000;
    private static final Duration WRITING = Duration.ofSeconds(6);
    private static final int PARTITIONS = 12;

    private final Figures figures;
    private final RunServers servers;

    private OutboxRun(Figures figures, RunServers servers) {
        this.figures = figures;
        this.servers = servers;
    }

    public static void measure(Figures figures) {
        try (RunServers servers = RunServers.start()) {
            new OutboxRun(figures, servers).run();
        }
    }

    private void run() {
        try (AnnouncingService service = AnnouncingService.start(servers, false)) {
            writersWithoutRelay(service);
        }
        PostgresFloor.empty(servers.database());
        try (AnnouncingService service = AnnouncingService.start(servers, true);
                Arrivals arrivals = Arrivals.on(servers.bootstrapServers(), Topics.APPOINTMENTS, PARTITIONS);
                KafkaFloor kafka = new KafkaFloor(servers.bootstrapServers())) {
            latency(service, kafka, arrivals);
            writersWithRelay(service, arrivals);
            bursts(service, kafka, arrivals);
        }
        figures.addRatio("commit to consumer p50 / Kafka alone", "commit to consumer p50", "Kafka alone p50");
        figures.addRatio("writers, relay on / off", "writers, relay on", "writers, relay off");
        figures.addRatio("writers, relay off / bare JDBC", "writers, relay off", "writers, bare JDBC");
        figures.addRatio("burst / Kafka alone", "burst of 100,000", "burst, Kafka alone");
    }

    /** By short turns, so that both meet the same machine; warmed until what runs is compiled, as it is in a service. */
    private void latency(AnnouncingService service, KafkaFloor kafka, Arrivals arrivals) {
        System.out.println("commit → consumer beside produce → consume, " + RATE + " a second");
        Times alone = new Times();
        Times committed = new Times();
        alone(kafka, arrivals, WARM_UP_RATE, WARM_UP);
        committed(service, arrivals, WARM_UP_RATE, WARM_UP);
        for (int i = 0; i < TURNS; i++) {
            alone.add(alone(kafka, arrivals, RATE, MEASURED_IN_A_TURN));
            committed.add(committed(service, arrivals, RATE, MEASURED_IN_A_TURN));
        }
        figures.add("Kafka alone p50", alone.percentile(50), "ms");
        figures.add("Kafka alone p99", alone.percentile(99), "ms");
        figures.add("commit to consumer p50", committed.percentile(50), "ms");
        figures.add("commit to consumer p99", committed.percentile(99), "ms");
    }

    private static List<Double> alone(KafkaFloor kafka, Arrivals arrivals, int aSecond, int events) {
        long all = arrivals.count() + events;
        Pace.keep(aSecond, events, () -> {
            ProducerRecord<String, byte[]> record = KafkaFloor.record(Bookings.next());
            arrivals.leaves(record.key());
            kafka.send(record);
        });
        arrivals.await(all);
        return arrivals.taken();
    }

    private static List<Double> committed(AnnouncingService service, Arrivals arrivals, int aSecond, int events) {
        long all = arrivals.count() + events;
        Pace.keep(aSecond, events, () -> {
            AppointmentBooked event = Bookings.next();
            service.announce(event, () -> arrivals.leaves(event.subject().toString()));
        });
        arrivals.await(all);
        return arrivals.taken();
    }

    private void writersWithoutRelay(AnnouncingService service) {
        System.out.println("writers without a relay, and by bare JDBC");
        PostgresFloor floor = new PostgresFloor(servers.database());
        Writers.rate(WRITING.dividedBy(2), () -> floor.insert(Bookings.next()));
        Writers.rate(WRITING.dividedBy(2), () -> service.announce(Bookings.next()));
        figures.add("writers, bare JDBC", Writers.rate(WRITING, () -> floor.insert(Bookings.next())), "commits/s");
        figures.add("writers, relay off", Writers.rate(WRITING, () -> service.announce(Bookings.next())), "commits/s");
    }

    private void writersWithRelay(AnnouncingService service, Arrivals arrivals) {
        System.out.println("writers with the relay");
        AtomicLong written = new AtomicLong(arrivals.count());
        figures.add(
                "writers, relay on",
                Writers.rate(WRITING, () -> {
                    service.announce(Bookings.next());
                    written.incrementAndGet();
                }),
                "commits/s");
        long behind = written.get() - arrivals.count();
        arrivals.await(written.get());
        figures.add("events behind when they stop", behind, "events");
        arrivals.taken();
    }

    /** One of each to warm up, then by turns. */
    private void bursts(AnnouncingService service, KafkaFloor kafka, Arrivals arrivals) {
        System.out.println(BURSTS + " bursts of " + BURST + " committed at once, beside Kafka alone");
        Times alone = new Times();
        Times committed = new Times();
        kafkaBurst(kafka, arrivals);
        burst(service, arrivals);
        for (int i = 0; i < BURSTS; i++) {
            alone.add(kafkaBurst(kafka, arrivals));
            committed.add(burst(service, arrivals));
        }
        figures.add("burst, Kafka alone", alone.percentile(50), "events/s");
        figures.add("burst of 100,000", committed.percentile(50), "events/s");
    }

    /** Events a second. */
    private static double kafkaBurst(KafkaFloor kafka, Arrivals arrivals) {
        List<ProducerRecord<String, byte[]>> records = Stream.generate(() -> KafkaFloor.record(Bookings.next()))
                .limit(BURST)
                .toList();
        long all = arrivals.count() + BURST;
        long start = System.nanoTime();
        records.forEach(kafka::send);
        arrivals.await(all);
        double rate = BURST / ((System.nanoTime() - start) / 1e9);
        arrivals.taken();
        return rate;
    }

    /** Events a second, from their commit on. */
    private static double burst(AnnouncingService service, Arrivals arrivals) {
        List<List<Announcement>> lots = new ArrayList<>();
        for (int i = 0; i < BURST / LOT; i++) {
            lots.add(Stream.generate(() -> new Announcement(Bookings.next(), 1))
                    .limit(LOT)
                    .toList());
        }
        long all = arrivals.count() + BURST;
        AtomicLong committed = new AtomicLong();
        service.announce(lots, () -> committed.set(System.nanoTime()));
        arrivals.await(all);
        double rate = BURST / ((System.nanoTime() - committed.get()) / 1e9);
        arrivals.taken();
        return rate;
    }
}
