package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.notification.Harbour;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

class SendingTroubleTest extends TroubleScenario {
    @Autowired
    private Leases leases;

    @Autowired
    private SendMessage sendMessage;

    @Autowired
    private SendingGate gate;

    @Autowired
    private GatewayBreakers breakers;

    @Autowired
    private MessageSettings settings;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void setTheClockRight() {
        clock.offset(Duration.ZERO);
    }

    @Test
    void aGatewayThatIsAwayTwiceTakesTheMessageTheThirdTime() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        twilio.unavailableTwice(ada.phone());

        AppointmentId id = book(harbour, ada);

        assertThat(outcome(id)).isEqualTo(BOTH_SENT);
        assertThat(textsTo(ada)).hasSize(3);
        assertThat(attemptsOf(id, "SMS")).containsExactly("NOT_NOW", "NOT_NOW", "ACCEPTED");
    }

    @Test
    void aGatewayThatRefusesIsNotAskedAgain() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        twilio.refuses(ada.phone(), 21211);

        assertThat(outcome(book(harbour, ada))).isEqualTo(Map.of("EMAIL", "SENT", "SMS", "FAILED refused"));
        assertThat(textsTo(ada)).hasSize(1);
    }

    @Test
    void aNumberThatOptedOutAtTheCarrierIsNotTriedAgain() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        twilio.refuses(ada.phone(), 21610);

        assertThat(outcome(book(harbour, ada))).isEqualTo(Map.of("EMAIL", "SENT", "SMS", "DROPPED opted-out"));
        assertThat(outcome(book(harbour, ada))).isEqualTo(Map.of("EMAIL", "SENT", "SMS", "DROPPED opted-out"));
        assertThat(textsTo(ada)).hasSize(1);
    }

    @Test
    void aCrashAfterTheCallIsFoundOutAtTheGatewayAndNothingIsSentAgain() {
        Person ada = somebody();
        AppointmentId id = aBookingWhoseInstanceDiedWhileSending(ada, "Your massage: 60 min");
        twilio.lists(ada.phone(), Map.of("SMother", "Another text", "SMbefore", "Your massage: 60 min"));
        letTheLeaseEnd(id, "SMS");

        Probe.waitUntil("the message is found", () -> "SENT".equals(messages(id).get("SMS")));

        assertThat(textsTo(ada)).isEmpty();
        assertThat(gatewayIdOf(id)).isEqualTo("SMbefore");
        assertThat(attemptsOf(id, "SMS")).containsExactly("ACCEPTED");
    }

    @Test
    void aCrashBeforeTheCallIsFoundOutAtTheGatewayAndTheMessageIsSentOnce() {
        Person ada = somebody();
        AppointmentId id = aBookingWhoseInstanceDiedWhileSending(ada, "Your massage: 60 min");
        twilio.lists(ada.phone(), Map.of());
        others.announce(Harbour.client(ada.id(), ada.email(), ada.phone()), 1);
        letTheLeaseEnd(id, "SMS");

        assertThat(outcome(id)).isEqualTo(BOTH_SENT);
        assertThat(textsTo(ada)).hasSize(1);
        assertThat(attemptsOf(id, "SMS")).containsExactly("LOST", "ACCEPTED");
    }

    @Test
    void aGatewayThatCannotBeAskedIsAskedAgainBeforeAnythingIsSent() {
        Person ada = somebody();
        AppointmentId id = aBookingWhoseInstanceDiedWhileSending(ada, "Your massage: 60 min");
        twilio.cannotBeAskedTwice(ada.phone(), Map.of("SMlisted", "Your massage: 60 min"));
        others.announce(Harbour.client(ada.id(), ada.email(), ada.phone()), 1);
        letTheLeaseEnd(id, "SMS");

        assertThat(outcome(id)).isEqualTo(BOTH_SENT);
        assertThat(textsTo(ada)).isEmpty();
        assertThat(gatewayIdOf(id)).isEqualTo("SMlisted");
    }

    @Test
    void anEmailWhoseFateIsUnknownIsSentAgainAsTheSameMail() throws Exception {
        Harbour harbour = aKnownClinic();
        Person ada = somebody();
        AppointmentId id = book(harbour, ada);
        dieWhileSending(id, "EMAIL", ada.email(), "Hello");
        others.announce(Harbour.client(ada.id(), ada.email(), ada.phone()), 1);
        letTheLeaseEnd(id, "EMAIL");

        assertThat(outcome(id)).isEqualTo(BOTH_SENT);
        assertThat(attemptsOf(id, "EMAIL")).containsExactly("UNKNOWN", "ACCEPTED");
        assertThat(mailsTo(ada).getFirst().getMessageID()).isEqualTo("<" + idOf(id, "EMAIL") + "@harbour.example>");
    }

    @Test
    void aGatewayAwayUntilTheVisitBeginsLeavesTheMessageDropped() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        twilio.away(ada.phone());
        // The clock may be moved in the middle of a call, which is looked up then.
        twilio.lists(ada.phone(), Map.of());
        AppointmentId id = book(harbour, ada);
        Probe.waitUntil(
                "only the SMS is left",
                () -> !textsTo(ada).isEmpty() && "SENT".equals(messages(id).get("EMAIL")));

        clock.moveBy(Duration.ofDays(5));

        assertThat(outcome(id)).isEqualTo(Map.of("EMAIL", "SENT", "SMS", "DROPPED expired"));
    }

    @Test
    void theSameTextSentEarlierAsAnotherMessageIsNotTakenForThisOne() {
        Harbour harbour = aKnownClinic();
        Person ada = somebody();
        others.announce(Harbour.client(ada.id(), ada.email(), ada.phone()), 1);
        AppointmentId earlier = book(harbour, ada);
        assertThat(outcome(earlier)).isEqualTo(BOTH_SENT);

        Person sameNumber = new Person(somebody().id(), ada.email(), ada.phone());
        AppointmentId id = aBookingWhoseInstanceDiedWhileSending(sameNumber, "Your massage: 60 min");
        twilio.lists(ada.phone(), Map.of(gatewayIdOf(earlier), "Your massage: 60 min"));
        others.announce(Harbour.client(sameNumber.id(), ada.email(), ada.phone()), 1);
        letTheLeaseEnd(id, "SMS");

        assertThat(outcome(id)).isEqualTo(BOTH_SENT);
        assertThat(attemptsOf(id, "SMS")).containsExactly("LOST", "ACCEPTED");
    }

    @Test
    void ofTwoMessagesLookedUpAtOnceOneIsWhatTheGatewayTook() {
        Person ada = somebody();
        Person eve = new Person(somebody().id(), ada.email(), ada.phone());
        AppointmentId first = aBookingWhoseInstanceDiedWhileSending(ada, "Your massage: 60 min");
        AppointmentId second = aBookingWhoseInstanceDiedWhileSending(eve, "Your massage: 60 min");
        twilio.lists(ada.phone(), Map.of("SMone", "Your massage: 60 min"));
        others.announce(Harbour.client(ada.id(), ada.email(), ada.phone()), 1);
        others.announce(Harbour.client(eve.id(), eve.email(), eve.phone()), 1);
        letTheLeaseEnd(first, "SMS");
        letTheLeaseEnd(second, "SMS");

        assertThat(List.of(outcome(first), outcome(second))).containsOnly(BOTH_SENT);
        assertThat(List.of(gatewayIdOf(first), gatewayIdOf(second)))
                .doesNotHaveDuplicates()
                .contains("SMone");
        assertThat(textsTo(ada)).hasSize(1);
    }

    @Test
    void aGatewayIdIsOfOneMessage() {
        AppointmentId first = book(aKnownClinic(), aKnownClient());
        AppointmentId second = book(aKnownClinic(), aKnownClient());
        assertThat(List.of(outcome(first), outcome(second))).containsOnly(BOTH_SENT);

        assertThatThrownBy(() -> jdbc.sql(
                                "UPDATE messages SET gateway_id = ? WHERE appointment_id = ? AND channel = 'SMS'")
                        .params(gatewayIdOf(first), second.value())
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void twoDispatchersAtOnceSendEachMessageOnce() {
        Harbour harbour = aKnownClinic();
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            people.add(aKnownClient());
        }
        Dispatcher second = new Dispatcher(leases, sendMessage, gate, breakers, settings);
        second.start();
        try {
            List<AppointmentId> booked =
                    people.stream().map(person -> book(harbour, person)).toList();

            assertThat(booked).allSatisfy(id -> assertThat(outcome(id)).isEqualTo(BOTH_SENT));
        } finally {
            second.stop();
        }
        assertThat(people).allSatisfy(person -> {
            assertThat(textsTo(person)).hasSize(1);
            assertThat(mailsTo(person)).hasSize(1);
        });
    }
}
