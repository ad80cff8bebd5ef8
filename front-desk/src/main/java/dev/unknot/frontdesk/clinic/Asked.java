package dev.unknot.frontdesk.clinic;

import dev.unknot.platform.trace.Trace;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A question that is on its way while others are asked, in the present trace. A page has a handful of them, each of one call. */
public final class Asked<A extends @Nullable Object> {

    private final FutureTask<A> answer;

    private Asked(FutureTask<A> answer) {
        this.answer = answer;
    }

    public static <A extends @Nullable Object> Asked<A> now(Supplier<A> question) {
        String trace = Trace.current();
        FutureTask<A> answer = new FutureTask<>(() -> {
            Trace.begin(trace);
            try {
                return question.get();
            } finally {
                Trace.end();
            }
        });
        Thread.ofVirtual().name("asks").start(answer);
        return new Asked<>(answer);
    }

    /** Waits for it. @throws Refused as the service refused it */
    public A answer() {
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw Refused.outOfReach();
        }
    }
}
