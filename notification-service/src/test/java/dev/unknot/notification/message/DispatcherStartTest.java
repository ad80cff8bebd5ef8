package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.notification.SendingScenario;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Red, most of the time, when the loop is started before it is noted: it then ends at once and nothing is ever sent. */
class DispatcherStartTest extends SendingScenario {

    private static final int STARTS = 300;

    @Autowired
    private Dispatcher dispatcher;

    @Test
    void whoeverIsStartedSends() {
        for (int i = 0; i < STARTS; i++) {
            dispatcher.stop();
            dispatcher.start();
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
            assertThat(dispatcher.isRunning()).as("running after start %d", i).isTrue();
        }
        assertThat(outcome(book(aKnownClinic(), aKnownClient()))).containsEntry("SMS", "SENT");
    }
}
