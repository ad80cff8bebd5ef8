package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.notification.Harbour;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** An SMS gateway that answers only after whoever asked has given up. */
@TestPropertySource(properties = "unknot.messages.lease=3s")
class TooLateAnswerTest extends TroubleScenario {
    @Autowired
    private MovableClock clock;

    @AfterEach
    void setTheClockRight() {
        clock.offset(Duration.ZERO);
    }

    @Test
    void anAnswerThatComesTooLateIsLookedUpAndNothingIsSentTwice() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        twilio.hangs(ada.phone(), 10_000);

        AppointmentId id = book(harbour, ada);
        Probe.waitUntil("the gateway was called", () -> textsTo(ada).size() == 1);
        twilio.lists(ada.phone(), Map.of("SMtaken", textsTo(ada).getFirst()));

        assertThat(outcome(id)).isEqualTo(BOTH_SENT);
        assertThat(textsTo(ada)).hasSize(1);
        assertThat(gatewayIdOf(id)).isEqualTo("SMtaken");
    }

    /** Each look would be over only when another dispatcher has begun the next one. */
    @Test
    void aGatewayThatHangsLongerThanALeaseWhenItIsAskedKeepsNoMessageOpen() {
        Person ada = somebody();
        AppointmentId id = aBookingWhoseInstanceDiedWhileSending(ada, "Your massage: 60 min");
        twilio.hangsWhenAsked(ada.phone(), 20_000);
        others.announce(Harbour.client(ada.id(), ada.email(), ada.phone()), 1);

        clock.moveBy(Duration.ofDays(5));

        Probe.waitUntil(
                "the message is given up",
                () -> "FAILED outcome-unknown".equals(messages(id).get("SMS")));
        assertThat(textsTo(ada)).isEmpty();
        assertThat(attemptsOf(id, "SMS")).containsExactly("UNKNOWN");
    }
}
