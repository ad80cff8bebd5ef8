package dev.unknot.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProbeTest {

    @Test
    void itAnswersTheValueOnceItIsThere() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(Probe.eventually(
                        "it was asked thrice",
                        () -> Optional.of(asked.incrementAndGet()).filter(times -> times == 3)))
                .isEqualTo(3);
    }

    @Test
    void itSaysWhatItWaitedForInVain() {
        assertThatThrownBy(() -> Probe.waitUntil("the diary shows it", Duration.ofMillis(30), () -> false))
                .hasMessage("waited in vain for PT0.03S until the diary shows it");
    }
}
