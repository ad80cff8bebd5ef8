package dev.unknot.booking.availability;

import dev.unknot.booking.availability.Explanation.Obstacle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts which rules stop the candidates. */
final class Tally {

    private final Map<Rule, long[]> counts = new EnumMap<>(Rule.class);
    private long candidates;
    private long found;

    /** Of the candidates, those that a rule is against. */
    record Stop(Rule rule, Starts starts) {}

    /**
     * Counts each candidate once.
     *
     * @param against all over the same stretch
     * @return those that nothing stops
     */
    Starts count(Starts all, List<Stop> against) {
        List<Stop> stops =
                against.stream().sorted(Comparator.comparing(Stop::rule)).toList();
        candidates += all.count();
        Starts left = all.none();
        left.become(all);
        Starts once = all.none();
        Starts twice = all.none();
        for (Stop stop : stops) {
            Starts first = all.none();
            first.become(stop.starts());
            first.keep(left);
            count(stop.rule(), 0, first.count());
            left.remove(stop.starts());
            Starts again = all.none();
            again.become(stop.starts());
            again.keep(once);
            twice.add(again);
            once.add(stop.starts());
        }
        for (Stop stop : stops) {
            Starts alone = all.none();
            alone.become(stop.starts());
            alone.remove(twice);
            count(stop.rule(), 1, alone.count());
        }
        found += left.count();
        return left;
    }

    private void count(Rule rule, int kind, long more) {
        counts.computeIfAbsent(rule, _ -> new long[2])[kind] += more;
    }

    long candidates() {
        return candidates;
    }

    long found() {
        return found;
    }

    List<Obstacle> obstacles() {
        List<Obstacle> obstacles = new ArrayList<>();
        counts.forEach((rule, count) -> {
            if (count[0] > 0) {
                obstacles.add(new Obstacle(rule, count[0], count[1]));
            }
        });
        return obstacles;
    }
}
