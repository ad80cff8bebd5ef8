package dev.unknot.notification.message;

import static dev.unknot.common.appointment.AppointmentStatus.BOOKED;
import static dev.unknot.common.appointment.AppointmentStatus.CANCELLED;
import static dev.unknot.common.appointment.AppointmentStatus.CHECKED_IN;
import static dev.unknot.common.appointment.AppointmentStatus.CONFIRMED;
import static dev.unknot.common.appointment.AppointmentStatus.HELD;
import static dev.unknot.common.message.Channel.EMAIL;
import static dev.unknot.common.message.Channel.SMS;
import static dev.unknot.common.message.MessageKind.CANCELLATION;
import static dev.unknot.common.message.MessageKind.CHANGE;
import static dev.unknot.common.message.MessageKind.CONFIRMATION;
import static dev.unknot.common.message.MessageKind.FIRST_REMINDER;
import static dev.unknot.common.message.MessageKind.LAST_REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.notification.policy.MessagePolicy;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReminderPlanTest {
    private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-24T12:00");
    private static final LocalDateTime A_WEEK_BEFORE = NOON.minusWeeks(1);

    private final PlannedVisit visit = new PlannedVisit("Europe/Berlin");

    @Test
    void aBookingIsConfirmedAtOnceOnBothChannelsAndRemindedOfOnOne() {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE);

        assertThat(visit.plan())
                .containsExactly(
                        "CONFIRMATION 1 EMAIL 2026-11-17T12:00 to 2026-11-24T12:00",
                        "CONFIRMATION 1 SMS 2026-11-17T12:00 to 2026-11-24T12:00",
                        "FIRST_REMINDER 1 SMS 2026-11-23T12:00 to 2026-11-24T10:00",
                        "LAST_REMINDER 1 SMS 2026-11-24T10:00 to 2026-11-24T12:00");
    }

    @Test
    void whoHasNoPhoneIsRemindedByEmail() {
        visit.prefers(EMAIL).becomes(BOOKED, 1, NOON, A_WEEK_BEFORE);

        assertThat(visit.planned(FIRST_REMINDER, 1, EMAIL)).isTrue();
        assertThat(visit.planned(FIRST_REMINDER, 1, SMS)).isFalse();
    }

    @Test
    void aHoldIsNobodysNews() {
        visit.becomes(HELD, 1, NOON, A_WEEK_BEFORE);

        assertThat(visit.plan()).isEmpty();
    }

    @Test
    void aReminderThatWouldDisturbTheNightComesTheEveningBefore() {
        visit.becomes(BOOKED, 1, LocalDateTime.parse("2026-11-24T08:30"), A_WEEK_BEFORE);

        assertThat(visit.plan())
                .contains(
                        "FIRST_REMINDER 1 SMS 2026-11-23T08:30 to 2026-11-23T20:45",
                        "LAST_REMINDER 1 SMS 2026-11-23T20:45 to 2026-11-24T08:30");
    }

    @Test
    void aDayBeforeIsTwentyFourHoursAlsoWhenTheClocksChange() {
        visit.becomes(BOOKED, 1, LocalDateTime.parse("2026-10-25T12:00"), LocalDateTime.parse("2026-10-20T12:00"));

        assertThat(visit.plan()).contains("FIRST_REMINDER 1 SMS 2026-10-24T13:00 to 2026-10-25T10:00");
    }

    @Test
    void twoRemindersOfOneNightAreOne() {
        visit.follows(new MessagePolicy(Duration.ofHours(6), Duration.ofHours(2), MessagePolicy.USUAL.quietHours()))
                .becomes(BOOKED, 1, LocalDateTime.parse("2026-11-24T09:00"), A_WEEK_BEFORE);

        assertThat(visit.plan())
                .contains("LAST_REMINDER 1 SMS 2026-11-23T20:45 to 2026-11-24T09:00")
                .noneMatch(message -> message.startsWith("FIRST_REMINDER"));
    }

    @Test
    void withoutALastReminderTheFirstIsOfUseUntilTheStart() {
        visit.follows(new MessagePolicy(Duration.ofHours(24), null, MessagePolicy.USUAL.quietHours()))
                .becomes(BOOKED, 1, NOON, A_WEEK_BEFORE);

        assertThat(visit.plan()).contains("FIRST_REMINDER 1 SMS 2026-11-23T12:00 to 2026-11-24T12:00");
        assertThat(visit.planned(LAST_REMINDER, 1, SMS)).isFalse();
    }

    @Test
    void bookedInsideALeadTimeOnlyWhatIsStillAheadIsPlanned() {
        visit.becomes(BOOKED, 1, NOON, NOON.minusHours(5));
        assertThat(visit.planned(FIRST_REMINDER, 1, SMS)).isFalse();
        assertThat(visit.planned(LAST_REMINDER, 1, SMS)).isTrue();

        PlannedVisit walkIn = new PlannedVisit("Europe/Berlin").becomes(BOOKED, 1, NOON, NOON.minusMinutes(20));
        assertThat(walkIn.plan())
                .allMatch(message -> message.startsWith("CONFIRMATION"))
                .hasSize(2);
    }

    @Test
    void aMovedVisitIsAnnouncedAsChangedAndRemindedOfAtItsNewTime() {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).sent(CONFIRMATION, 1);
        visit.becomes(BOOKED, 2, NOON.plusDays(2), A_WEEK_BEFORE.plusDays(1));

        assertThat(visit.outcome(FIRST_REMINDER, 1, SMS)).isEqualTo("DROPPED superseded");
        assertThat(visit.outcome(LAST_REMINDER, 1, SMS)).isEqualTo("DROPPED superseded");
        assertThat(visit.plan())
                .containsExactly(
                        "CHANGE 2 EMAIL 2026-11-18T12:00 to 2026-11-26T12:00",
                        "CHANGE 2 SMS 2026-11-18T12:00 to 2026-11-26T12:00",
                        "FIRST_REMINDER 2 SMS 2026-11-25T12:00 to 2026-11-26T10:00",
                        "LAST_REMINDER 2 SMS 2026-11-26T10:00 to 2026-11-26T12:00");
    }

    @Test
    void aClientWhoWasYetToBeToldHearsOfTheChangeOnly() {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).becomes(BOOKED, 2, NOON.plusDays(2), A_WEEK_BEFORE);

        assertThat(visit.outcome(CONFIRMATION, 1, SMS)).isEqualTo("DROPPED superseded");
        assertThat(visit.planned(CHANGE, 2, SMS)).isTrue();
        assertThat(visit.planned(CONFIRMATION, 2, SMS)).isFalse();
    }

    @Test
    void aConfirmedVisitIsNoNewsAndStaysRemindedOf() {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).sent(CONFIRMATION, 1);
        visit.becomes(CONFIRMED, 1, NOON, NOON.minusHours(3));

        assertThat(visit.plan())
                .containsExactly(
                        "FIRST_REMINDER 1 SMS 2026-11-23T12:00 to 2026-11-24T10:00",
                        "LAST_REMINDER 1 SMS 2026-11-24T10:00 to 2026-11-24T12:00");
    }

    @Test
    void whoHeardOfAVisitHearsThatItIsCancelled() {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).sent(CONFIRMATION, 1);
        visit.becomes(CANCELLED, 1, NOON, A_WEEK_BEFORE.plusDays(1));

        assertThat(visit.plan())
                .containsExactly(
                        "CANCELLATION 1 EMAIL 2026-11-18T12:00 to 2026-11-24T12:00",
                        "CANCELLATION 1 SMS 2026-11-18T12:00 to 2026-11-24T12:00");
        assertThat(visit.outcome(FIRST_REMINDER, 1, SMS)).isEqualTo("DROPPED cancelled");
    }

    @Test
    void whoMayBeHearingOfItRightNowHearsThatItIsCancelled() {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).callOpen(CONFIRMATION, 1);

        assertThat(visit.becomes(CANCELLED, 1, NOON, A_WEEK_BEFORE).planned(CANCELLATION, 1, SMS))
                .isTrue();
    }

    @Test
    void aVisitCancelledBeforeAnythingWentOutStaysSilent() {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).becomes(CANCELLED, 1, NOON, A_WEEK_BEFORE);

        assertThat(visit.plan()).isEmpty();
        assertThat(visit.outcome(CONFIRMATION, 1, EMAIL)).isEqualTo("DROPPED cancelled");
    }

    @Test
    void aCancellationAfterTheStartIsNotAnnounced() {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).sent(CONFIRMATION, 1);

        assertThat(visit.becomes(CANCELLED, 1, NOON, NOON).plan()).isEmpty();
    }

    @Test
    void aCancellationTakenBackIsConfirmedAgain() {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).sent(CONFIRMATION, 1);
        visit.becomes(CANCELLED, 1, NOON, A_WEEK_BEFORE).sent(CANCELLATION, 1);
        visit.becomes(BOOKED, 2, NOON, A_WEEK_BEFORE.plusHours(1));

        assertThat(visit.planned(CONFIRMATION, 2, SMS)).isTrue();
        assertThat(visit.planned(FIRST_REMINDER, 2, SMS)).isTrue();
    }

    @Test
    void whoAlreadyHeardOfTheCancellationIsNotToldOfASecond() {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).sent(CONFIRMATION, 1);
        visit.becomes(CANCELLED, 1, NOON, A_WEEK_BEFORE).sent(CANCELLATION, 1);
        visit.becomes(BOOKED, 2, NOON, A_WEEK_BEFORE).becomes(CANCELLED, 2, NOON, A_WEEK_BEFORE);

        assertThat(visit.plan()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AppointmentStatus.class,
            names = {"CHECKED_IN", "IN_SESSION", "COMPLETED", "NO_SHOW"})
    void onceTheVisitHasBegunNothingMoreIsSaid(AppointmentStatus status) {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).sent(CONFIRMATION, 1);
        visit.becomes(status, 1, NOON, NOON.minusMinutes(5));

        assertThat(visit.plan()).isEmpty();
        assertThat(visit.outcome(LAST_REMINDER, 1, SMS)).isEqualTo("DROPPED started");
    }

    @Test
    void aCheckInTakenBackBringsBackTheRemindersStillAhead() {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).sent(CONFIRMATION, 1);
        visit.becomes(CHECKED_IN, 1, NOON, NOON.minusHours(4)).becomes(BOOKED, 1, NOON, NOON.minusHours(4));

        assertThat(visit.plan()).containsExactly("LAST_REMINDER 1 SMS 2026-11-24T10:00 to 2026-11-24T12:00");
    }

    @Test
    void anotherPolicyMovesWhatIsStillPlanned() {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).sent(CONFIRMATION, 1).sent(FIRST_REMINDER, 1);
        visit.policyBecomes(
                new MessagePolicy(Duration.ofHours(48), Duration.ofHours(3), MessagePolicy.USUAL.quietHours()),
                NOON.minusHours(20));

        assertThat(visit.plan()).containsExactly("LAST_REMINDER 1 SMS 2026-11-24T09:00 to 2026-11-24T12:00");
    }

    @Test
    void aReminderThatWouldHaveGoneOutByTheNewPolicyKeepsItsTime() {
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).sent(CONFIRMATION, 1);
        visit.policyBecomes(
                new MessagePolicy(Duration.ofHours(48), Duration.ofHours(2), MessagePolicy.USUAL.quietHours()),
                NOON.minusHours(30));

        assertThat(visit.plan()).contains("FIRST_REMINDER 1 SMS 2026-11-23T12:00 to 2026-11-24T10:00");
    }

    @Test
    void aReminderTurnedOffIsWithdrawnAndTurnedOnAgainComesBack() {
        MessagePolicy firstOnly = new MessagePolicy(Duration.ofHours(24), null, MessagePolicy.USUAL.quietHours());
        visit.becomes(BOOKED, 1, NOON, A_WEEK_BEFORE).policyBecomes(firstOnly, A_WEEK_BEFORE);
        assertThat(visit.outcome(LAST_REMINDER, 1, SMS)).isEqualTo("DROPPED superseded");

        visit.policyBecomes(MessagePolicy.USUAL, A_WEEK_BEFORE);
        assertThat(visit.planned(LAST_REMINDER, 1, SMS)).isTrue();
    }
}
