package dev.unknot.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a benchmark measured, in the order in which it did. */
public final class Figures {

    private final String benchmark;
    private final List<Figure> figures = new ArrayList<>();

    public Figures(String benchmark) {
        this.benchmark = benchmark;
    }

    /** @param unit such as {@code us}, {@code events/s}; {@code x} for a ratio */
    public void add(String metric, double value, String unit) {
        figures.add(new Figure(metric, value, unit));
    }

    /** How much larger one figure is than another, both of this run. */
    public void addRatio(String metric, String of, String to) {
        add(metric, value(of) / value(to), "x");
    }

    public double value(String metric) {
        return figures.stream()
                .filter(figure -> figure.metric().equals(metric))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing was measured as '" + metric + "'"))
                .value();
    }

    /** Prints the table, and writes a line per figure to {@code NAME.jsonl} in the directory. */
    public void publish(Path directory) {
        int width = figures.stream()
                .mapToInt(figure -> figure.metric().length())
                .max()
                .orElse(0);
        System.out.println();
        System.out.println(benchmark);
        figures.forEach(figure -> System.out.printf(
                Locale.ROOT, "  %-" + width + "s %14s %s%n", figure.metric(), figure.rounded(), figure.unit()));
        try {
            Path file = Files.createDirectories(directory).resolve(benchmark + ".jsonl");
            Files.write(
                    file, figures.stream().map(figure -> figure.json(benchmark)).toList());
            System.out.println("  → " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("the figures of " + benchmark + " cannot be kept", e);
        }
    }

    private record Figure(String metric, double value, String unit) {

        Figure {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("'" + metric + "' is a number, but was " + value);
            }
        }

        /** Three digits that count; the rest is noise. */
        String rounded() {
            int decimals = value == 0 ? 0 : 2 - (int) Math.floor(Math.log10(Math.abs(value)));
            return String.format(Locale.ROOT, "%,." + Math.clamp(decimals, 0, 4) + "f", value);
        }

        String json(String benchmark) {
            return String.format(
                    Locale.ROOT,
                    "{\"benchmark\":\"%s\",\"metric\":\"%s\",\"value\":%s,\"unit\":\"%s\"}",
                    benchmark,
                    metric,
                    Double.toString(value),
                    unit);
        }
    }
}
