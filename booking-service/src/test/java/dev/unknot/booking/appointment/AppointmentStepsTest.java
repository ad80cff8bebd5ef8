package dev.unknot.booking.appointment;

import static dev.unknot.booking.appointment.AVisit.CLAIM;
import static dev.unknot.booking.appointment.AVisit.TEN;
import static dev.unknot.booking.appointment.AVisit.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.HistoryEntryView;
import dev.unknot.platform.problem.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of the day, and the way back. */
class AppointmentStepsTest {

    @ParameterizedTest
    @CsvSource({
        "HELD,        not-booked,         not-booked,         not-booked,         not-booked,         not-booked",
        "BOOKED,      ,                   ,                   ,                   not-checked-in,     ",
        "CONFIRMED,   already-confirmed,  ,                   ,                   not-checked-in,     ",
        "CHECKED_IN,  already-checked-in, already-checked-in, ,                   ,                   already-checked-in",
        "IN_SESSION,  already-in-session, already-in-session, already-in-session, ,                   already-in-session",
        "COMPLETED,   already-completed,  already-completed,  already-completed,  already-completed,  already-completed",
        "NO_SHOW,     already-missed,     already-missed,     already-missed,     already-missed,     already-missed",
        "CANCELLED,   already-cancelled,  already-cancelled,  already-cancelled,  already-cancelled,  already-cancelled",
        "EXPIRED,     hold-expired,       hold-expired,       hold-expired,       hold-expired,       hold-expired",
    })
    void eachStepLeadsFromWhereItMayAndSaysWhyNotFromElsewhere(
            AppointmentStatus status,
            @Nullable String confirm,
            @Nullable String checkIn,
            @Nullable String session,
            @Nullable String complete,
            @Nullable String miss) {
        Appointment appointment = at(TEN, status);

        assertThat(refusal(() -> appointment.confirm(List.of(), TEN))).isEqualTo(confirm);
        assertThat(refusal(() -> appointment.checkIn(List.of(), TEN))).isEqualTo(checkIn);
        assertThat(refusal(() -> appointment.startSession(List.of(), TEN))).isEqualTo(session);
        assertThat(refusal(() -> appointment.complete(List.of(), TEN))).isEqualTo(complete);
        assertThat(refusal(() -> appointment.miss(List.of(), TEN, Duration.ZERO)))
                .isEqualTo(miss);
    }

    @Test
    void aStepKeepsTheRevisionAndTheClaims() {
        Change<?> change = at(TEN, AppointmentStatus.BOOKED).checkIn(List.of(CLAIM), TEN);

        assertThat(change.after().version()).isEqualTo(4);
        assertThat(change.after().revision()).isEqualTo(2);
        assertThat(change.claims()).containsExactly(CLAIM);
        assertThat(change.event().changed()).containsExactly("status");
    }

    @Test
    void theDayOfAVisitIsTheLocations() {
        Instant beforeMidnight = Instant.parse("2030-05-05T21:59:00Z");
        Instant afterMidnight = Instant.parse("2030-05-05T22:00:00Z");
        Appointment appointment = at(TEN, AppointmentStatus.BOOKED);

        assertThat(refusal(() -> appointment.checkIn(List.of(), beforeMidnight)))
                .isEqualTo("not-today");
        assertThat(refusal(() -> appointment.checkIn(List.of(), afterMidnight))).isNull();
        assertThat(refusal(() -> appointment.startSession(List.of(), beforeMidnight)))
                .isEqualTo("not-today");
    }

    @Test
    void aVisitOverMidnightHasTwoDays() {
        Instant lateEvening = Instant.parse("2030-05-06T21:30:00Z");
        Appointment appointment = at(lateEvening, AppointmentStatus.IN_SESSION);

        assertThat(appointment.visit().isOnDayOf(lateEvening.plusSeconds(3_600)))
                .isTrue();
        assertThat(at(lateEvening.minusSeconds(1_800), AppointmentStatus.BOOKED)
                        .visit()
                        .isOnDayOf(lateEvening.plusSeconds(1_800)))
                .isFalse();
    }

    @Test
    void nobodyIsMissedBeforeTheStartNorConfirmedAfterTheEnd() {
        Appointment appointment = at(TEN, AppointmentStatus.BOOKED);

        assertThat(refusal(() -> appointment.miss(List.of(), TEN.minusSeconds(1), Duration.ZERO)))
                .isEqualTo("not-started");
        assertThat(refusal(() -> appointment.miss(List.of(), TEN.plusSeconds(599), Duration.ofMinutes(10))))
                .isEqualTo("not-started");
        assertThat(refusal(() -> appointment.miss(List.of(), TEN.plusSeconds(600), Duration.ofMinutes(10))))
                .isNull();
        assertThat(refusal(() -> appointment.confirm(List.of(), TEN.plusSeconds(3_600))))
                .isEqualTo("already-over");
    }

    @Test
    void undoingLeadsBackStepByStep() {
        History history = history(
                "booked BOOKED",
                "confirmed CONFIRMED",
                "checked-in CHECKED_IN",
                "session-started IN_SESSION",
                "completed COMPLETED",
                "undone IN_SESSION");

        assertThat(history.before(AppointmentStatus.IN_SESSION)).isEqualTo(AppointmentStatus.CHECKED_IN);
        assertThat(history.before(AppointmentStatus.CHECKED_IN)).isEqualTo(AppointmentStatus.CONFIRMED);
    }

    @Test
    void whatWasTakenBackAndDoneAgainLeadsToWhereItWasTheLastTime() {
        History history = history(
                "booked BOOKED",
                "checked-in CHECKED_IN",
                "undone BOOKED",
                "confirmed CONFIRMED",
                "displaced CONFIRMED",
                "checked-in CHECKED_IN");

        assertThat(history.before(AppointmentStatus.CHECKED_IN)).isEqualTo(AppointmentStatus.CONFIRMED);
    }

    @Test
    void onlyAStepOfTheDayIsTakenBack() {
        History history = history("booked BOOKED", "checked-in CHECKED_IN");
        Appointment checkedIn = at(TEN, AppointmentStatus.CHECKED_IN);

        assertThat(checkedIn.undo(history, List.of(CLAIM), TEN).after().status())
                .isEqualTo(AppointmentStatus.BOOKED);
        assertThat(refusal(() -> checkedIn.undo(history, List.of(), TEN.plusSeconds(86_400))))
                .isEqualTo("nothing-to-undo");
        assertThat(refusal(() -> at(TEN, AppointmentStatus.CONFIRMED).undo(history, List.of(), TEN)))
                .isEqualTo("nothing-to-undo");
    }

    private static @Nullable String refusal(Callable<Change<?>> step) {
        try {
            var unused = step.call();
            return null;
        } catch (Rejection rejection) {
            return rejection.code();
        } catch (Exception other) {
            throw new AssertionError(other);
        }
    }

    private static History history(String... entries) {
        return new History(IntStream.range(0, entries.length)
                .mapToObj(i -> new HistoryEntryView(
                        i + 1,
                        "dev.unknot.appointment." + entries[i].split(" ")[0] + ".v1",
                        TEN,
                        "owner:1",
                        null,
                        AppointmentStatus.valueOf(entries[i].split(" ")[1]),
                        TEN,
                        null,
                        List.of()))
                .toList());
    }
}
