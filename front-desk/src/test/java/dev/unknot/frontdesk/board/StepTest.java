package dev.unknot.frontdesk.board;

import static dev.unknot.common.appointment.AppointmentStatus.BOOKED;
import static dev.unknot.common.appointment.AppointmentStatus.CANCELLED;
import static dev.unknot.common.appointment.AppointmentStatus.COMPLETED;
import static dev.unknot.common.appointment.AppointmentStatus.CONFIRMED;
import static dev.unknot.common.appointment.AppointmentStatus.IN_SESSION;
import static dev.unknot.frontdesk.board.Days.MIRA;
import static dev.unknot.frontdesk.board.Days.at;
import static dev.unknot.frontdesk.board.Days.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {

    @Test
    void beforeItsDayAVisitIsOnlyConfirmed() {
        assertThat(possible(BOOKED, at("10:00").minusSeconds(86_400))).containsExactly(Step.CONFIRMATION);
    }

    @Test
    void onItsDayItIsCheckedInOrBegun() {
        assertThat(possible(CONFIRMED, at("09:50"))).containsExactly(Step.CHECK_IN, Step.SESSION);
    }

    @Test
    void whoHasNotComeByTheStartMayBeMissed() {
        assertThat(possible(CONFIRMED, at("10:00"))).contains(Step.NO_SHOW_UP);
    }

    @Test
    void whoIsStillWaitedForIsNotMissed() {
        assertThat(possible(CONFIRMED, at("10:14"), Duration.ofMinutes(15))).doesNotContain(Step.NO_SHOW_UP);
        assertThat(possible(CONFIRMED, at("10:15"), Duration.ofMinutes(15))).contains(Step.NO_SHOW_UP);
    }

    @Test
    void aSessionIsCompletedOrTakenBack() {
        assertThat(possible(IN_SESSION, at("10:30"))).containsExactly(Step.COMPLETION, Step.UNDO);
    }

    @Test
    void theNextDayNothingIsTakenBack() {
        assertThat(possible(COMPLETED, at("10:00").plusSeconds(86_400))).isEmpty();
    }

    @Test
    void aCancellationIsTakenBackWhileTheVisitLiesAhead() {
        assertThat(possible(CANCELLED, at("09:59"))).containsExactly(Step.UNDO);
        assertThat(possible(CANCELLED, at("10:00"))).isEmpty();
    }

    private static List<Step> possible(AppointmentStatus status, Instant now) {
        return possible(status, now, Duration.ZERO);
    }

    private static List<Step> possible(AppointmentStatus status, Instant now, Duration grace) {
        return Step.possible(visit(MIRA, "10:00", "11:00", status), now, grace);
    }
}
