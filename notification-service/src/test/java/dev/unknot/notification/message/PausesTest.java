package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageId;
import dev.unknot.common.message.MessageKind;
import dev.unknot.platform.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PausesTest {
    private static final Instant DUE = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant EXPIRES = DUE.plus(Duration.ofDays(1));

    private final Random random = new Random(1);
    private final Pauses pauses = new Pauses(new MessageSettings(
            true,
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            20,
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1)));

    @Test
    void eachFailureDoublesThePauseUpToTheLongest() {
        assertPauseWithin(0, Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertPauseWithin(3, Duration.ofSeconds(8), Duration.ofSeconds(16));
        assertPauseWithin(10_000, Duration.ofSeconds(150), Duration.ofMinutes(5));
    }

    @Test
    void noPauseOutlastsTheMessage() {
        Instant shortlyBefore = EXPIRES.minusMillis(10);

        assertThat(pauses.afterFailure(message(5), shortlyBefore, random)).isEqualTo(EXPIRES);
        assertThat(pauses.forFact(message(0), shortlyBefore)).isEqualTo(EXPIRES);
    }

    @Test
    void aFactMissingForLongIsLookedForLessOften() {
        assertThat(pauses.forFact(message(0), DUE)).isEqualTo(DUE.plusSeconds(1));
        assertThat(pauses.forFact(message(0), DUE.plusSeconds(40))).isEqualTo(DUE.plusSeconds(50));
        assertThat(pauses.forFact(message(0), DUE.plusSeconds(4000))).isEqualTo(DUE.plusSeconds(4060));
    }

    private void assertPauseWithin(int attempts, Duration shortest, Duration longest) {
        for (int i = 0; i < 100; i++) {
            assertThat(pauses.afterFailure(message(attempts), DUE, random))
                    .isBetween(DUE.plus(shortest), DUE.plus(longest));
        }
    }

    private static Message message(int attempts) {
        return new Message(
                new MessageId(Ids.next()),
                new ClientId(Ids.next()),
                new AppointmentId(Ids.next()),
                MessageKind.CONFIRMATION,
                Channel.SMS,
                1,
                0,
                DUE,
                EXPIRES,
                DUE.plusSeconds(30),
                1,
                attempts);
    }
}
