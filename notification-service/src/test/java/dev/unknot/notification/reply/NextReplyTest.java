package dev.unknot.notification.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.notification.Harbour;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client means who has two visits, of which one was asked about, and writes more than once. */
class NextReplyTest extends ReplyScenario {
    private Harbour harbour;
    private Person ada;
    private Instant noon;
    private Instant other;
    private AppointmentId asked;
    private AppointmentId unasked;

    @BeforeEach
    void remindAdaOfTheFirstOfTwoVisits() {
        harbour = aClinicThatReminds();
        ada = aKnownClient();
        noon = inThreeDaysAt(harbour, 12);
        other = noon.plus(Duration.ofDays(20));
        asked = bookAndTell(harbour, ada, noon);
        unasked = bookAndTell(harbour, ada, other);
        remind(asked, noon);
    }

    @Test
    void wordsOfTheirOwnStandBesideTheVisitThatWasAskedAbout() {
        cancelAndTell(unasked, ada, other);

        gateway.answers(ada.phone(), "nein");
        gateway.answers(ada.phone(), "ja");
        confirmed(harbour, asked, noon, ada);
        gateway.answers(ada.phone(), "absagen");

        assertThat(announced(ada))
                .hasSize(3)
                .allSatisfy(reply ->
                        assertThat(reply.path("appointmentId").asString()).isEqualTo(asked.toString()));
    }

    @Test
    void wordsOfTheirOwnStandBesideTheVisitTheySaidYesToThoughAnotherWasMovedBefore() {
        move(harbour, unasked, ada, other.plus(Duration.ofHours(1)), 2);
        untilTold(unasked, 2);

        gateway.answers(ada.phone(), "ja");
        confirmed(harbour, asked, noon, ada);
        gateway.answers(ada.phone(), "absagen");

        assertThat(announced(ada))
                .hasSize(2)
                .allSatisfy(reply ->
                        assertThat(reply.path("appointmentId").asString()).isEqualTo(asked.toString()));
    }

    @Test
    void wordsOfTheirOwnStandBesideAVisitThatStands() {
        Person eve = aKnownClient();
        AppointmentId stands = bookAndTell(harbour, eve, other);
        AppointmentId cancelled = bookAndTell(harbour, eve, other.plus(Duration.ofDays(1)));
        cancelAndTell(cancelled, eve, other.plus(Duration.ofDays(1)));

        gateway.answers(eve.phone(), "absagen");

        assertThat(announced(eve))
                .singleElement()
                .satisfies(reply ->
                        assertThat(reply.path("appointmentId").asString()).isEqualTo(stands.toString()));
    }

    @Test
    void yesSaidTwiceIsYesToTheSameVisitThoughAnotherWasMoved() {
        move(harbour, unasked, ada, other.plus(Duration.ofHours(1)), 2);
        untilTold(unasked, 2);

        saysYesTwiceToTheVisitAskedAbout();
    }

    @Test
    void yesSaidTwiceIsYesToTheSameVisitThoughAnotherWasCancelled() {
        cancelAndTell(unasked, ada, other);

        saysYesTwiceToTheVisitAskedAbout();
    }

    @Test
    void yesSaidTwiceIsYesToTheSameVisitThoughAnotherWasBooked() {
        bookAndTell(harbour, ada, other.plus(Duration.ofDays(1)));

        saysYesTwiceToTheVisitAskedAbout();
    }

    /** Nobody says yes to that. */
    @Test
    void yesSaidTwiceIsYesToTheSameVisitThoughAnotherWasCancelledBetween() {
        gateway.answers(ada.phone(), "ja");
        confirmed(harbour, asked, noon, ada);
        cancelAndTell(unasked, ada, other);

        Answer second = gateway.answers(ada.phone(), "ja");

        assertThat(announced(ada)).hasSize(2).allSatisfy(reply -> confirms(reply, asked, 1));
        assertThat(second.text()).contains("see you on " + words(harbour, noon));
    }

    @Test
    void yesToAVisitBookedSinceTheirYesConfirmsThat() {
        gateway.answers(ada.phone(), "c");
        confirmed(harbour, asked, noon, ada);
        Instant third = other.plus(Duration.ofDays(1));
        AppointmentId booked = bookAndTell(harbour, ada, third);

        Answer second = gateway.answers(ada.phone(), "c");

        assertThat(announced(ada))
                .extracting(reply -> reply.path("appointmentId").asString())
                .containsExactlyInAnyOrder(asked.toString(), booked.toString());
        assertThat(second.text()).contains("see you on " + words(harbour, third));
    }

    @Test
    void yesToTheSameVisitMovedSinceTheirYesConfirmsItAsMoved() {
        gateway.answers(ada.phone(), "c");
        Instant later = noon.plus(Duration.ofHours(1));
        move(harbour, asked, ada, later, 2);
        untilTold(asked, 2);

        Answer second = gateway.answers(ada.phone(), "c");

        assertThat(announced(ada)).hasSize(2).anySatisfy(reply -> confirms(reply, asked, 2));
        assertThat(second.text()).contains("see you on " + words(harbour, later));
    }

    private void saysYesTwiceToTheVisitAskedAbout() {
        Answer first = gateway.answers(ada.phone(), "c");
        confirmed(harbour, asked, noon, ada);
        Answer second = gateway.answers(ada.phone(), "c");

        assertThat(announced(ada)).hasSize(2).allSatisfy(reply -> confirms(reply, asked, 1));
        assertThat(first.text()).contains("see you on " + words(harbour, noon));
        assertThat(second.text()).isEqualTo(first.text());
    }

    private void cancelAndTell(AppointmentId id, Person person, Instant start) {
        cancel(harbour, id, person, start);
        Probe.waitUntil(
                "the cancellation arrived",
                () -> jdbc.sql("""
                                SELECT count(*) FROM messages WHERE appointment_id = ? AND kind = 'CANCELLATION'
                                AND channel = 'SMS' AND state = 'SENT'
                                """).param(id.value()).query(Long.class).single() == 1);
    }
}
