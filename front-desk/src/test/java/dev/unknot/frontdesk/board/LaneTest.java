package dev.unknot.frontdesk.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {

    @Test
    void whatIsAloneHasTheWholeWidth() {
        assertThat(lanes(hours(9, 10), hours(11, 12)).values()).containsOnly(new Lane(1, 1));
    }

    @Test
    void whatTouchesDoesNotOverlap() {
        assertThat(lanes(hours(9, 10), hours(10, 11)).values()).containsOnly(new Lane(1, 1));
    }

    @Test
    void whatOverlapsStandsSideBySide() {
        assertThat(lanes(hours(9, 12), hours(10, 11), hours(11, 13)))
                .containsEntry(hours(9, 12), new Lane(1, 2))
                .containsEntry(hours(10, 11), new Lane(2, 2))
                .containsEntry(hours(11, 13), new Lane(2, 2));
    }

    @Test
    void thereAreNeverMoreLanesThanStylesForThem() {
        TimeRange[] crowd = IntStream.range(0, 9).mapToObj(i -> hours(i, 20)).toArray(TimeRange[]::new);

        assertThat(lanes(crowd).values()).allMatch(lane -> lane.of() <= Lane.MOST && lane.number() <= lane.of());
        assertThat(IntStream.rangeClosed(1, Lane.MOST)).allMatch(of -> Lane.PARTS % of == 0);
    }

    private static Map<TimeRange, Lane> lanes(TimeRange... ranges) {
        return Lane.of(List.of(ranges), range -> range);
    }

    private static TimeRange hours(int from, int to) {
        Instant midnight = Instant.parse("2026-11-23T00:00:00Z");
        return new TimeRange(midnight.plusSeconds(3_600L * from), midnight.plusSeconds(3_600L * to));
    }
}
