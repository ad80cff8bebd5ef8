package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.message.MessageKind;
import dev.unknot.notification.policy.MessagePolicy;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelinessTest {
    private static final LocalDateTime START = LocalDateTime.parse("2026-11-24T08:30");
    private static final LocalDateTime A_WEEK_BEFORE = START.minusWeeks(1);

    private final PlannedVisit visit =
            new PlannedVisit("Europe/Berlin").becomes(AppointmentStatus.BOOKED, 1, START, A_WEEK_BEFORE);

    @ParameterizedTest
    @CsvSource({
        "CANCELLED, CANCELLED",
        "EXPIRED, CANCELLED",
        "CHECKED_IN, STARTED",
        "IN_SESSION, STARTED",
        "COMPLETED, STARTED",
        "NO_SHOW, STARTED"
    })
    void aMessageOfAVisitNoLongerAheadIsDroppedAndSaysWhy(AppointmentStatus status, DropReason reason) {
        Message reminder = the(MessageKind.LAST_REMINDER);
        visit.becomes(status, 1, START, A_WEEK_BEFORE);

        assertThat(objection(reminder, "2026-11-23T19:45:00Z")).contains(new Verdict.Drop(reason));
    }

    @Test
    void aCancellationTakenBackIsNotAnnounced() {
        visit.sent(MessageKind.CONFIRMATION, 1).becomes(AppointmentStatus.CANCELLED, 1, START, A_WEEK_BEFORE);
        Message cancellation = the(MessageKind.CANCELLATION);
        assertThat(objection(cancellation, "2026-11-18T09:00:00Z")).isEmpty();

        visit.becomes(AppointmentStatus.BOOKED, 2, START, A_WEEK_BEFORE);

        assertThat(objection(cancellation, "2026-11-18T09:00:00Z")).contains(new Verdict.Drop(DropReason.SUPERSEDED));
    }

    @Test
    void aReminderKeptByAnOutageIntoTheNightWaitsForTheMorningIfThatIsSoonEnough() {
        Message last = the(MessageKind.LAST_REMINDER);

        assertThat(objection(last, "2026-11-23T19:50:00Z")).isEmpty();
        assertThat(objection(last, "2026-11-23T22:00:00Z"))
                .contains(new Verdict.WaitUntil(Instant.parse("2026-11-24T07:00:00Z")));
        assertThat(objection(last, "2026-11-24T07:00:00Z")).isEmpty();
    }

    @Test
    void aReminderThatCouldOnlyDisturbTheNightIsDropped() {
        PlannedVisit early = new PlannedVisit("Europe/Berlin")
                .becomes(AppointmentStatus.BOOKED, 1, LocalDateTime.parse("2026-11-24T07:30"), A_WEEK_BEFORE);
        Message last = the(early, MessageKind.LAST_REMINDER);

        assertThat(Timeliness.objection(
                        last, early.visit(), MessagePolicy.USUAL.quietHours(), Instant.parse("2026-11-23T22:00:00Z")))
                .contains(new Verdict.Drop(DropReason.QUIET_HOURS));
    }

    @Test
    void newsIsNotHeldBackByTheNight() {
        assertThat(objection(the(MessageKind.CONFIRMATION), "2026-11-23T22:00:00Z"))
                .isEmpty();
    }

    @Test
    void fromItsExpiryOnAMessageIsOfNoUse() {
        assertThat(objection(the(MessageKind.FIRST_REMINDER), "2026-11-23T19:45:00Z"))
                .contains(new Verdict.Drop(DropReason.EXPIRED));
        assertThat(objection(the(MessageKind.LAST_REMINDER), "2026-11-24T07:30:00Z"))
                .contains(new Verdict.Drop(DropReason.EXPIRED));
    }

    private Optional<Verdict> objection(Message message, String now) {
        return Timeliness.objection(message, visit.visit(), MessagePolicy.USUAL.quietHours(), Instant.parse(now));
    }

    private Message the(MessageKind kind) {
        return the(visit, kind);
    }

    private static Message the(PlannedVisit visit, MessageKind kind) {
        return visit.ledger().stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .orElseThrow()
                .message();
    }
}
