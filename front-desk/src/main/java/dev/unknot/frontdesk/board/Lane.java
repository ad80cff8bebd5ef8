package dev.unknot.frontdesk.board;

import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which share of a column's width something takes, so that what overlaps stands side by side.
 *
 * @param number from 1
 * @param of how many lanes there are where it stands, at most {@value #MOST}
 */
record Lane(int number, int of) {

    static final int MOST = 4;

    /** A column is cut into this many parts, which every number of lanes divides. */
    static final int PARTS = 12;

    public String style() {
        return "lane-" + number + "-of-" + of;
    }

    /** The first free lane for each, in order of their starts; what touches shares one. Beyond {@value #MOST} they lie on the last. */
    static <T> Map<T, Lane> of(List<T> things, Function<T, TimeRange> during) {
        List<T> ordered = things.stream()
                .sorted(Comparator.comparing((T thing) -> during.apply(thing).start()))
                .toList();
        Map<T, Lane> lanes = new HashMap<>();
        List<T> cluster = new ArrayList<>();
        Instant end = Instant.MIN;
        for (T thing : ordered) {
            TimeRange range = during.apply(thing);
            if (!range.start().isBefore(end)) {
                lanes.putAll(side(cluster, during));
                cluster.clear();
            }
            cluster.add(thing);
            end = range.end().isAfter(end) ? range.end() : end;
        }
        lanes.putAll(side(cluster, during));
        return lanes;
    }

    private static <T> Map<T, Lane> side(List<T> cluster, Function<T, TimeRange> during) {
        List<Instant> ends = new ArrayList<>();
        Map<T, Integer> numbers = new HashMap<>();
        for (T thing : cluster) {
            TimeRange range = during.apply(thing);
            int lane = 0;
            while (lane < ends.size() && ends.get(lane).isAfter(range.start()) && lane < MOST - 1) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(range.end());
            } else {
                ends.set(lane, range.end());
            }
            numbers.put(thing, lane + 1);
        }
        Map<T, Lane> lanes = new HashMap<>();
        numbers.forEach((thing, number) -> lanes.put(thing, new Lane(number, ends.size())));
        return lanes;
    }
}
