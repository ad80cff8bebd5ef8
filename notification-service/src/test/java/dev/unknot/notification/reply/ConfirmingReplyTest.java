package dev.unknot.notification.reply;

import static dev.unknot.notification.SmsWebhook.INBOUND;
import static dev.unknot.notification.SmsWebhook.STATUS;
import static dev.unknot.notification.SmsWebhook.sms;
import static dev.unknot.notification.SmsWebhook.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.message.MessageKind;
import dev.unknot.notification.Harbour;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Crashes;
import dev.unknot.platform.test.CrashingDataSource;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(Crashes.class)
class ConfirmingReplyTest extends ReplyScenario {
    private static final Instant START = inTwoDays();

    @Autowired
    private Replies replies;

    @Autowired
    private DataSource dataSource;

    @Test
    void cConfirmsTheVisitOfTheLastSmsAndIsThankedFor() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        bookAndTell(harbour, ada, START.plus(Duration.ofDays(1)));
        AppointmentId last = bookAndTell(harbour, ada, START);

        Answer answer = gateway.answers(ada.phone(), "C");

        assertThat(announced(ada)).singleElement().satisfies(reply -> {
            confirms(reply, last, 1);
            assertThat(reply.toString()).doesNotContain(ada.phone());
        });
        assertThat(answer.text()).contains("<Message>Thank you, see you on " + words(harbour, START));
    }

    @Test
    void whoSaysYesToAVisitThatIsNotCoveredIsPromisedNothing() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        AppointmentId visit = bookAndTell(harbour, ada, START);
        displaced(harbour, visit, ada, START);

        Answer answer = gateway.answers(ada.phone(), "C");

        assertThat(answer.text())
                .contains("We are still arranging your visit on " + words(harbour, START) + " and will be in touch.")
                .doesNotContain("see you");
        assertThat(gateway.answers(ada.phone(), "stop texting me").text())
                .contains("still arranging")
                .doesNotContain("stands");
    }

    @Test
    void theTimeIsSaidAsItIsWrittenWhereTheClinicIs() {
        Harbour harbour = Harbour.in("America/New_York");
        remindNobody(harbour);
        LocationSnapshot here = harbour.locationSnapshot();
        others.announce(
                new LocationSnapshot(
                        here.id(),
                        here.name(),
                        here.zone(),
                        new Address("Pier 1", "10004", "New York", "US"),
                        "+12025550123",
                        here.horizon(),
                        List.of(),
                        List.of(),
                        List.of(),
                        here.email()),
                1);
        others.announce(harbour.swedishSnapshot(), 1);
        others.announce(harbour.miraSnapshot(), 1);
        Person ada = aKnownClient();
        Instant halfPastTwo =
                harbour.at(LocalDate.now(harbour.zone()).plusDays(3).atTime(14, 30));
        bookAndTell(harbour, ada, halfPastTwo);

        assertThat(gateway.answers(ada.phone(), "C").text())
                .contains("see you on", "2:30 PM")
                .doesNotContain("14:30");
        assertThat(gateway.answers(ada.phone(), "stop texting me").text()).contains("stands", "2:30 PM");
    }

    @Test
    void cAnswersTheReminderThatAskedThoughAnotherVisitWasBookedSince() {
        Harbour harbour = aClinicThatReminds();
        Person ada = aKnownClient();
        Instant noon = inThreeDaysAt(harbour, 12);
        AppointmentId asked = bookAndTell(harbour, ada, noon);
        remind(asked, noon);
        bookAndTell(harbour, ada, noon.plus(Duration.ofDays(20)));

        Answer answer = gateway.answers(ada.phone(), "C");

        assertThat(announced(ada)).singleElement().satisfies(reply -> confirms(reply, asked, 1));
        assertThat(answer.text()).contains("see you on " + words(harbour, noon));
    }

    @Test
    void cAnswersTheReminderThatAskedThoughAnotherVisitWasMovedSince() {
        Harbour harbour = aClinicThatReminds();
        Person ada = aKnownClient();
        Instant noon = inThreeDaysAt(harbour, 12);
        Instant other = noon.plus(Duration.ofDays(20));
        AppointmentId asked = bookAndTell(harbour, ada, noon);
        AppointmentId moved = bookAndTell(harbour, ada, other);
        remind(asked, noon);
        move(harbour, moved, ada, other.plus(Duration.ofHours(1)), 2);
        untilTold(moved, 2);

        Answer answer = gateway.answers(ada.phone(), "C");

        assertThat(announced(ada)).singleElement().satisfies(reply -> confirms(reply, asked, 1));
        assertThat(answer.text()).contains("see you on " + words(harbour, noon));
    }

    @Test
    void cAnswersTheReminderThatAskedThoughAnotherVisitWasCancelledSince() {
        Harbour harbour = aClinicThatReminds();
        Person ada = aKnownClient();
        Instant noon = inThreeDaysAt(harbour, 12);
        Instant other = noon.plus(Duration.ofDays(20));
        AppointmentId asked = bookAndTell(harbour, ada, noon);
        AppointmentId cancelled = bookAndTell(harbour, ada, other);
        remind(asked, noon);
        cancel(harbour, cancelled, ada, other);
        Probe.waitUntil("the cancellation arrived", () -> textsTo(ada).size() == 4);

        Answer answer = gateway.answers(ada.phone(), "C");

        assertThat(announced(ada)).singleElement().satisfies(reply -> confirms(reply, asked, 1));
        assertThat(answer.text()).contains("see you on " + words(harbour, noon));
    }

    @Test
    void cToAQuestionThatNoLongerStandsConfirmsNoOtherVisit() {
        Harbour harbour = aClinicThatReminds();
        Person ada = aKnownClient();
        Instant noon = inThreeDaysAt(harbour, 12);
        Instant other = noon.plus(Duration.ofDays(20));
        AppointmentId asked = bookAndTell(harbour, ada, noon);
        AppointmentId moved = bookAndTell(harbour, ada, other);
        remind(asked, noon);
        move(harbour, moved, ada, other.plus(Duration.ofHours(1)), 2);
        untilTold(moved, 2);
        twilio.away(ada.phone());
        move(harbour, asked, ada, noon.plus(Duration.ofHours(1)), 2);

        Answer answer = gateway.answers(ada.phone(), "C");

        assertThat(announced(ada)).singleElement().satisfies(reply -> confirms(reply, asked, 1));
        assertThat(answer.text()).contains("Your visit has changed");
    }

    @Test
    void cToTheQuestionOfAVisitCancelledWithoutTheClientKnowingConfirmsNoOtherVisit() {
        Harbour harbour = aClinicThatReminds();
        Person ada = aKnownClient();
        Instant noon = inThreeDaysAt(harbour, 12);
        AppointmentId asked = bookAndTell(harbour, ada, noon);
        bookAndTell(harbour, ada, noon.plus(Duration.ofDays(20)));
        remind(asked, noon);
        twilio.away(ada.phone());
        cancel(harbour, asked, ada, noon);

        Answer answer = gateway.answers(ada.phone(), "C");

        assertThat(announced(ada)).singleElement().satisfies(reply -> confirms(reply, asked, 1));
        assertThat(answer.text()).contains("There is no visit to confirm");
    }

    @Test
    void ofTwoQuestionsTheLastIsAnsweredFirstAndTheOtherByTheNextC() {
        Harbour harbour = aClinicThatReminds();
        Person ada = aKnownClient();
        Instant noon = inThreeDaysAt(harbour, 12);
        Instant afternoon = noon.plus(Duration.ofHours(2));
        AppointmentId first = bookAndTell(harbour, ada, noon);
        AppointmentId second = bookAndTell(harbour, ada, afternoon);
        remind(first, noon);
        remind(second, afternoon);

        Answer one = gateway.answers(ada.phone(), "C");
        Answer two = gateway.answers(ada.phone(), "C");

        assertThat(one.text())
                .contains("see you on " + words(harbour, afternoon))
                .contains("Reply C again to confirm " + words(harbour, noon) + " as well.");
        assertThat(two.text()).contains("see you on " + words(harbour, noon)).doesNotContain("again");
        assertThat(announced(ada))
                .extracting(reply -> reply.path("appointmentId").asString())
                .containsExactlyInAnyOrder(second.toString(), first.toString());
    }

    @Test
    void cToTheQuestionOfAVisitThatWasConfirmedOtherwiseConfirmsNoOtherVisit() {
        Harbour harbour = aClinicThatReminds();
        Person ada = aKnownClient();
        Instant noon = inThreeDaysAt(harbour, 12);
        AppointmentId asked = bookAndTell(harbour, ada, noon);
        remind(asked, noon);
        confirmed(harbour, asked, noon, ada);
        bookAndTell(harbour, ada, noon.plus(Duration.ofDays(20)));

        Answer answer = gateway.answers(ada.phone(), "C");

        assertThat(announced(ada)).singleElement().satisfies(reply -> confirms(reply, asked, 1));
        assertThat(answer.text()).contains("see you on " + words(harbour, noon)).doesNotContain("again");
    }

    /** Each of them was asked, and answers for themselves. */
    @Test
    void cToTheQuestionOfASharedVisitThatTheOtherHasConfirmedConfirmsNoOtherVisit() {
        Harbour harbour = aClinicThatReminds();
        Person ada = aKnownClient();
        Person eve = aKnownClient();
        Instant noon = inThreeDaysAt(harbour, 12);
        AppointmentId shared = new AppointmentId(Ids.next());
        others.announce(harbour.booked(shared, List.of(ada.id(), eve.id()), noon), 1);
        Probe.waitUntil("both are told", () -> told(shared, MessageKind.CONFIRMATION) == 2);
        clock.set(noon.minus(Duration.ofDays(1)));
        Probe.waitUntil("both are asked", () -> told(shared, MessageKind.FIRST_REMINDER) == 2);
        gateway.answers(ada.phone(), "C");
        confirmed(harbour, shared, noon, ada, eve);
        bookAndTell(harbour, eve, noon.plus(Duration.ofDays(20)));

        gateway.answers(eve.phone(), "C");

        assertThat(announced(eve)).singleElement().satisfies(reply -> confirms(reply, shared, 1));
    }

    /** It was confirmed when they were reminded of it, so that only the other one was asked about. */
    @Test
    void aReminderThatDidNotAskTakesNoQuestionOver() {
        Harbour harbour = aClinicThatReminds();
        Person ada = aKnownClient();
        Instant noon = inThreeDaysAt(harbour, 12);
        Instant afternoon = noon.plus(Duration.ofHours(2));
        AppointmentId asked = bookAndTell(harbour, ada, noon);
        AppointmentId sure = bookAndTell(harbour, ada, afternoon);
        confirmed(harbour, sure, afternoon, ada);
        remind(asked, noon);
        remind(sure, afternoon);
        move(harbour, sure, ada, afternoon.plus(Duration.ofDays(20)), 3);
        untilTold(sure, 3);

        gateway.answers(ada.phone(), "C");

        assertThat(announced(ada)).singleElement().satisfies(reply -> confirms(reply, asked, 1));
    }

    @Test
    void cToAVisitThatMovedWithoutTheClientKnowingNamesWhatTheyKnew() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        AppointmentId id = bookAndTell(harbour, ada, START);
        twilio.away(ada.phone());
        move(harbour, id, ada, START.plus(Duration.ofHours(1)), 2);

        Answer answer = gateway.answers(ada.phone(), "C");

        assertThat(announced(ada)).singleElement().satisfies(reply -> confirms(reply, id, 1));
        assertThat(answer.text())
                .contains("Your visit has changed since we last wrote: it is now on "
                        + words(harbour, START.plus(Duration.ofHours(1))) + ". Your answer does not confirm it.")
                .contains("+4940123456");
    }

    @Test
    void cToTheNewsOfAMoveConfirmsTheVisitAsMoved() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        AppointmentId id = bookAndTell(harbour, ada, START);
        Instant later = START.plus(Duration.ofHours(1));
        move(harbour, id, ada, later, 2);
        untilTold(id, 2);

        Answer answer = gateway.answers(ada.phone(), "c");

        assertThat(announced(ada)).singleElement().satisfies(reply -> confirms(reply, id, 2));
        assertThat(answer.text()).contains(words(harbour, later));
    }

    @Test
    void cToACancelledVisitConfirmsNoOtherAndSaysWhomToCall() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        bookAndTell(harbour, ada, START.plus(Duration.ofDays(1)));
        AppointmentId cancelled = bookAndTell(harbour, ada, START);
        cancel(harbour, cancelled, ada, START);

        Answer answer = gateway.answers(ada.phone(), "C");

        assertThat(announced(ada)).singleElement().satisfies(reply -> confirms(reply, cancelled, 1));
        assertThat(answer.text())
                .contains("There is no visit to confirm")
                .contains("Please call Harbour Massage, +4940123456.");
    }

    @Test
    void cAfterTheVisitHasBegunConfirmsNothing() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        bookAndTell(harbour, ada, START);
        clock.moveBy(Duration.ofDays(3));

        assertThat(gateway.answers(ada.phone(), "C").text()).contains("There is no visit to confirm");
    }

    @Test
    void ofTwoClientsWithOneNumberTheOneWrittenToLastAnswers() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        Person eve = new Person(somebody().id(), somebody().email(), ada.phone());
        others.announce(Harbour.client(eve.id(), eve.email(), eve.phone()), 1);
        bookAndTell(harbour, ada, START);
        AppointmentId evesVisit = bookAndTell(harbour, eve, START.plus(Duration.ofHours(2)));

        Answer answer = gateway.answers(ada.phone(), "Yes");

        assertThat(announced(ada, eve)).singleElement().satisfies(reply -> {
            confirms(reply, evesVisit, 1);
            assertThat(reply.path("clientId").asString()).isEqualTo(eve.id().toString());
        });
        assertThat(answer.text()).contains(words(harbour, START.plus(Duration.ofHours(2))));
    }

    @Test
    void anSmsThatDidNotArriveIsNotWhatTheyAnswer() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        AppointmentId arrived = bookAndTell(harbour, ada, START);
        AppointmentId lost = bookAndTell(harbour, ada, START.plus(Duration.ofDays(1)));
        gateway.signed(STATUS, status(gatewayIdOf(lost), "undelivered", "ErrorCode", "30003"));

        gateway.answers(ada.phone(), "C");

        assertThat(announced(ada)).singleElement().satisfies(reply -> confirms(reply, arrived, 1));
    }

    @Test
    void cFromANumberNobodyHasIsToldWhomToCall() {
        assertThat(gateway.answers(somebody().phone(), "C").text())
                .contains("There is no visit to confirm. Questions? Please call your clinic.");
    }

    @Test
    void aClientIsAnsweredInTheirLanguage() {
        Harbour harbour = aKnownClinic();
        Person ada = somebody();
        others.announce(new ClientSnapshot(ada.id(), "Ada Byron", ada.email(), ada.phone(), "de-AT"), 1);
        bookAndTell(harbour, ada, START);

        assertThat(gateway.answers(ada.phone(), "Ja").text())
                .contains("Vielen Dank, wir sehen uns am "
                        + DateTimeFormatter.ofPattern("EEE, d.M. 'um' HH:mm", Locale.GERMAN)
                                .format(START.atZone(harbour.zone())));
        assertThat(gateway.answers(ada.phone(), "HELP").text())
                .contains("Diese Nummer schickt Nachrichten zu Ihren Massageterminen.")
                .doesNotContain("This number");
        assertThat(gateway.answers(ada.phone(), "Geht es später?").text())
                .contains("wir haben Ihre Nachricht weitergegeben");
    }

    @Test
    void whatTheGatewayRepeatsIsAnnouncedOnceAndAnsweredAlike() {
        Person ada = aKnownClient();
        bookAndTell(aKnownClinic(), ada, START);
        Map<String, String> confirmation = sms(ada.phone(), "C");
        Answer first = gateway.signed(INBOUND, confirmation);

        Answer second = gateway.signed(INBOUND, confirmation);

        assertThat(second.text()).isEqualTo(first.text()).contains("Thank you");
        assertThat(announced(ada)).hasSize(1);
    }

    @Test
    void aCrashAtAnyStepLosesNoReplyAndAnnouncesItOnce() {
        Person ada = aKnownClient();
        AppointmentId id = bookAndTell(aKnownClinic(), ada, START);
        CrashingDataSource crashing = (CrashingDataSource) dataSource;
        int step = 1;
        for (boolean crashed = true; crashed; step++) {
            String sid = "SMcrash" + step;
            crashing.crashAt(step);
            Optional<String> answer;
            try {
                answer = replies.receive(new ReceivedSms(sid, ada.phone(), null, "C", null));
                crashed = crashing.recover();
            } catch (RuntimeException lost) {
                crashing.recover();
                answer = replies.receive(new ReceivedSms(sid, ada.phone(), null, "C", null));
            }
            assertThat(answer)
                    .as("crashed at step %d", step)
                    .hasValueSatisfying(text -> assertThat(text).startsWith("Thank you"));
        }

        assertThat(step).isGreaterThan(6);
        assertThat(announced(ada)).hasSize(step - 1).allSatisfy(reply -> confirms(reply, id, 1));
    }

    @Test
    void stopStartAndHelpAreAnnouncedToo() {
        Person ada = aKnownClient();
        AppointmentId id = bookAndTell(aKnownClinic(), ada, START);

        gateway.answers(ada.phone(), "HELP");
        gateway.answers(ada.phone(), "STOP");
        Answer afterStop = gateway.answers(ada.phone(), "C");
        gateway.answers(ada.phone(), "START");

        assertThat(announced(ada))
                .extracting(reply -> reply.path("answer").asString())
                .containsExactlyInAnyOrder("HELP", "STOP", "CONFIRM", "START");
        assertThat(announced(ada))
                .allSatisfy(reply ->
                        assertThat(reply.path("appointmentId").asString()).isEqualTo(id.toString()));
        assertThat(afterStop.text()).as("nothing is said to who opted out").endsWith("<Response></Response>");
    }

    @Test
    void aReplyIsOfOneInboundSms() {
        gateway.answers(somebody().phone(), "C");

        assertThatThrownBy(() -> jdbc.sql("""
                                INSERT INTO replies (id, version, gateway_id, answer, received_at)
                                SELECT gen_random_uuid(), 1, gateway_id, 'CONFIRM', received_at FROM replies LIMIT 1
                                """).update()).hasMessageContaining("an_inbound_sms_is_one_reply");
    }

    private int told(AppointmentId id, MessageKind kind) {
        return jdbc.sql("""
                        SELECT count(*) FROM messages
                        WHERE appointment_id = ? AND kind = ? AND channel = 'SMS' AND state = 'SENT'
                        """)
                .params(id.value(), kind.name())
                .query(Integer.class)
                .single();
    }

    private String gatewayIdOf(AppointmentId id) {
        return jdbc.sql("SELECT gateway_id FROM messages WHERE appointment_id = ? AND channel = 'SMS'")
                .param(id.value())
                .query(String.class)
                .single();
    }
}
