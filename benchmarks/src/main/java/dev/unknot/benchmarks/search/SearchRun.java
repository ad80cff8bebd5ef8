package dev.unknot.benchmarks.search;

import dev.unknot.benchmarks.Figures;
import dev.unknot.booking.availability.Opening;
import dev.unknot.booking.availability.SlotQuery;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Checks what the searches find, then measures how long they take. */
public final class SearchRun {

    private static final int CHECKED = 20;

    private SearchRun() {}

    /** One location. */
    public static void slots(Figures figures) {
        run(figures, 1, List.of("floor", "all", "changeAndAll", "allAndReadEach"));
        figures.addRatio("all / floor", "all p50", "floor p50");
        figures.addRatio("changeAndAll / floor", "changeAndAll p50", "floor p50");
        figures.addRatio("allAndReadEach / floor", "allAndReadEach p50", "floor p50");
        Footprint.measure(figures);
    }

    /** Two hundred locations. */
    public static void chain(Figures figures) {
        run(figures, 200, List.of("floor", "earliest", "all", "allAndReadEach"));
        figures.addRatio("earliest / floor", "earliest p50", "floor p50");
        figures.addRatio("all / floor", "all p50", "floor p50");
        figures.addRatio("allAndReadEach / floor", "allAndReadEach p50", "floor p50");
    }

    private static void run(Figures figures, int clinics, List<String> benchmarks) {
        figures.add("openings of a search", check(clinics, clinics == 1 ? CHECKED : 3), "openings");
        OptionsBuilder options = new OptionsBuilder();
        options.verbosity(VerboseMode.SILENT).param("clinics", Integer.toString(clinics));
        benchmarks.forEach(
                benchmark -> options.include(SearchBenchmark.class.getSimpleName() + "\\." + benchmark + "$"));
        System.out.println("measuring " + String.join(", ", benchmarks));
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            for (String benchmark : benchmarks) {
                for (RunResult result : results) {
                    if (result.getPrimaryResult().getLabel().equals(benchmark)) {
                        Statistics times = result.getPrimaryResult().getStatistics();
                        figures.add(benchmark + " p50", times.getPercentile(50) / 1e3, "us");
                        figures.add(benchmark + " mean", times.getMean() / 1e3, "us");
                        figures.add(benchmark + " p99", times.getPercentile(99) / 1e3, "us");
                    }
                }
            }
        } catch (RunnerException e) {
            throw new IllegalStateException("the searches cannot be measured", e);
        }
    }

    /** How many openings a search has on average; fails unless each finds what the oracle does. */
    static double check(int clinics, int searches) {
        ChangingWorld world = new ChangingWorld(clinics);
        long openings = 0;
        for (int i = 0; i < searches; i++) {
            world.change();
            openings += compare(world, world.query(SearchBenchmark.ALL).byEachTherapist());
            world.change();
            compare(world, world.query(SearchBenchmark.EARLIEST));
        }
        return (double) openings / searches;
    }

    private static int compare(ChangingWorld world, SlotQuery query) {
        List<Opening> found = world.availability().search(query);
        List<Offered> expected = Expected.of(world, query);
        long checksum = Offered.checksum(found.stream().map(Offered::of).toList());
        if (found.size() != expected.size() || checksum != Offered.checksum(expected)) {
            throw new IllegalStateException("the search found " + found.size() + " openings with checksum " + checksum
                    + ", but the oracle finds " + expected.size() + " with " + Offered.checksum(expected) + ": "
                    + query);
        }
        return found.size();
    }
}
