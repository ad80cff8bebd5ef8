package dev.unknot.benchmarks.search;

import dev.unknot.booking.availability.Opening;
import dev.unknot.booking.availability.SlotQuery;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each call finds a question it has not seen and a world that has changed since the last; both are made outside its time. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class SearchBenchmark {

    static final int ALL = Integer.MAX_VALUE;
    static final int EARLIEST = 20;

    @State(Scope.Thread)
    public static class Floor {

        @Param("1")
        int clinics;

        private BitFloor floor = new BitFloor(new ChangingWorld(0));

        @Setup
        public void build() {
            floor = new BitFloor(new ChangingWorld(clinics));
        }

        @Setup(Level.Invocation)
        public void change() {
            floor.change();
        }
    }

    @State(Scope.Thread)
    public static class Index {

        @Param("1")
        int clinics;

        private ChangingWorld world = new ChangingWorld(0);
        private SlotQuery all = world.query(ALL).byEachTherapist();
        private SlotQuery earliest = world.query(EARLIEST);

        @Setup
        public void build() {
            world = new ChangingWorld(clinics);
        }

        @Setup(Level.Invocation)
        public void change() {
            world.change();
            all = world.query(ALL).byEachTherapist();
            earliest = world.query(EARLIEST);
        }
    }

    @Benchmark
    public long floor(Floor state) {
        return state.floor.search();
    }

    /** Every therapist at every start. */
    @Benchmark
    public List<Opening> all(Index state) {
        return state.world.availability().search(state.all);
    }

    /** As a caller does that writes each of them down. */
    @Benchmark
    public long allAndReadEach(Index state) {
        long sum = 0;
        for (Opening opening : state.world.availability().search(state.all)) {
            sum += opening.session().start().getEpochSecond()
                    + opening.session().end().getEpochSecond()
                    + opening.location().value().getLeastSignificantBits()
                    + opening.therapist().value().getLeastSignificantBits()
                    + opening.place().roomId().value().getLeastSignificantBits()
                    + opening.place().number();
        }
        return sum;
    }

    /** The next twenty, whoever has the time. */
    @Benchmark
    public List<Opening> earliest(Index state) {
        return state.world.availability().search(state.earliest);
    }

    /** One change more, inside the time, so that nothing a search leaves to the learning is hidden. */
    @Benchmark
    public List<Opening> changeAndAll(Index state) {
        var unused = state.world.change();
        return state.world.availability().search(state.all);
    }
}
