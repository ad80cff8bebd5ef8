package dev.unknot.frontdesk.clinic;

import dev.unknot.platform.trace.Trace;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;

/** Asks a service the same of several at once, in the present trace: a page of fifty does not wait for fifty answers in turn. */
public final class SideBySide {

    /** At once; more would be a burden to the service. */
    private static final int MOST = 8;

    private SideBySide() {}

    /**
     * In the order of the questions.
     *
     * @param ask handles refusals itself
     */
    public static <Q, A> List<A> each(Collection<Q> questions, Function<Q, A> ask) {
        String trace = Trace.current();
        return questions.stream()
                .gather(Gatherers.mapConcurrent(MOST, question -> {
                    Trace.begin(trace);
                    try {
                        return ask.apply(question);
                    } finally {
                        Trace.end();
                    }
                }))
                .toList();
    }
}
