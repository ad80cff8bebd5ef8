package dev.unknot.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** How long each of many took. */
public final class Times {

    private final List<Double> all = new ArrayList<>();

    public synchronized void add(double one) {
        all.add(one);
    }

    public synchronized void add(Collection<Double> more) {
        all.addAll(more);
    }

    /** The smallest that so many in a hundred do not exceed. */
    public synchronized double percentile(double percent) {
        if (all.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        Collections.sort(all);
        return all.get(Math.clamp((int) Math.ceil(all.size() * percent / 100) - 1, 0, all.size() - 1));
    }
}
