package dev.unknot.frontdesk.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.trace.Trace;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @AfterEach
    void end() {
        Trace.end();
    }

    @Test
    void noQuestionWaitsForTheAnswerToTheOneBeforeAndTheOrderStays() {
        var all = new CyclicBarrier(4);

        assertThat(SideBySide.each(List.of(1, 2, 3, 4), question -> met(all) + question))
                .containsExactly("met 1", "met 2", "met 3", "met 4");
    }

    @Test
    void eachIsAskedInTheTraceOfThePage() {
        Trace.begin(null);

        assertThat(SideBySide.each(List.of(1, 2), question -> String.valueOf(Trace.current())))
                .containsOnly(String.valueOf(Trace.current()));
    }

    private static String met(CyclicBarrier all) {
        try {
            all.await(20, TimeUnit.SECONDS);
            return "met ";
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            return "alone ";
        }
    }
}
