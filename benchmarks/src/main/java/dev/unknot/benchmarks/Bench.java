package dev.unknot.benchmarks;

import dev.unknot.benchmarks.booking.BookingRun;
import dev.unknot.benchmarks.outbox.OutboxRun;
import dev.unknot.benchmarks.search.SearchRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What {@code bin/bench} runs: one benchmark by name. */
public final class Bench {

    private static final Map<String, Consumer<Figures>> ALL = new TreeMap<>(Map.of(
            "slots", SearchRun::slots,
            "chain", SearchRun::chain,
            "booking", BookingRun::measure,
            "outbox", OutboxRun::measure));

    private Bench() {}

    public static void main(String[] args) {
        Consumer<Figures> benchmark = args.length == 1 ? ALL.get(args[0]) : null;
        if (benchmark == null) {
            System.err.println("a benchmark is one of " + String.join(", ", ALL.keySet()));
            System.exit(2);
            return;
        }
        Figures figures = new Figures(args[0]);
        benchmark.accept(figures);
        figures.publish(Path.of("benchmarks/target"));
    }
}
