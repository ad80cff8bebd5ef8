package dev.unknot.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.PlatformTest;
import dev.unknot.platform.transaction.Attempts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Attempts attempts;

    @Autowired
    private ObjectProvider<MeterRegistry> figures;

    @Test
    void aKindEndsInStepsAsFarBackAsItIsKept() {
        List<Instant> asked = new ArrayList<>();
        int[] left = {2 * Retention.MOST + 7};

        Map<String, Long> ended = retention(kept("letters", (before, most) -> {
                    asked.add(before);
                    int step = Math.min(most, left[0]);
                    left[0] -= step;
                    return step;
                }))
                .run();

        assertThat(ended).isEqualTo(Map.of("letters", 2L * Retention.MOST + 7));
        assertThat(asked).hasSize(3).containsOnly(NOW.minus(Duration.ofDays(90)));
        assertThat(counted("letters")).isEqualTo(2.0 * Retention.MOST + 7);
    }

    @Test
    void aKindThatFailsStopsNoOther() {
        Map<String, Long> ended = retention(
                        kept("broken", (before, most) -> {
                            throw new IllegalStateException("no such table");
                        }),
                        kept("whole", (before, most) -> 3))
                .run();

        assertThat(ended).isEqualTo(Map.of("whole", 3L));
    }

    @Test
    void anInstanceThatFindsAnotherAtWorkLeavesItAlone() {
        Retention second = retention(kept("shared", (before, most) -> 5));
        List<Map<String, Long>> meanwhile = new ArrayList<>();

        retention(kept("first", (before, most) -> {
                    meanwhile.add(second.run());
                    return 1;
                }))
                .run();

        assertThat(meanwhile).containsExactly(Map.of("shared", 0L));
        assertThat(second.run()).isEqualTo(Map.of("shared", 5L));
    }

    private Retention retention(Kept... kinds) {
        return new Retention(List.of(kinds), database, attempts, Clock.fixed(NOW, ZoneOffset.UTC), figures);
    }

    private double counted(String kind) {
        return figures.getObject()
                .get("unknot.retention.ended")
                .tag("kind", kind)
                .counter()
                .count();
    }

    private static Kept kept(String kind, ToIntBiFunction<Instant, Integer> end) {
        return new Kept() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Duration keptFor() {
                return Duration.ofDays(90);
            }

            @Override
            public int end(Instant before, int most) {
                return end.applyAsInt(before, most);
            }
        };
    }
}
