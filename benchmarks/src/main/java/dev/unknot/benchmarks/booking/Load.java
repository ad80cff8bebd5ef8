package dev.unknot.benchmarks.booking;

import dev.unknot.benchmarks.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What so many clients got done, each asking again as soon as it is answered.
 *
 * @param rate calls a second
 */
record Load(Times times, double rate) {

    /** A call that fails ends the measurement with its failure. */
    static Load of(int clients, Duration time, Runnable call) {
        Times times = new Times();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long calls = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<List<Double>>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> repeat(call, end)));
            }
            for (Future<List<Double>> one : running) {
                List<Double> taken = one.get();
                times.add(taken);
                calls += taken.size();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a call failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return new Load(times, calls / ((System.nanoTime() - start) / 1e9));
    }

    /** How long each took in milliseconds. */
    private static List<Double> repeat(Runnable call, long end) {
        List<Double> taken = new ArrayList<>();
        for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
            call.run();
            taken.add((System.nanoTime() - before) / 1e6);
        }
        return taken;
    }
}
