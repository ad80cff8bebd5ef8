package dev.unknot.booking.appointment;

import static dev.unknot.booking.appointment.AVisit.CLAIM;
import static dev.unknot.booking.appointment.AVisit.TEN;
import static dev.unknot.booking.appointment.AVisit.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentCancelled;
import dev.unknot.common.appointment.AppointmentRescheduled;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AppointmentTest {

    private static final Caller OWNER = new Caller("1", Role.OWNER, LocationScope.everywhere(), null);

    @Test
    void cancellingRaisesTheVersionKeepsTheRevisionAndFreesEverything() {
        Change<AppointmentCancelled> change =
                at(TEN, AppointmentStatus.BOOKED).cancel(calledOff(TEN.minusSeconds(1)), List.of(CLAIM));

        assertThat(change.after().version()).isEqualTo(4);
        AppointmentSnapshot announced = change.event().appointment();
        assertThat(announced.status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(announced.revision()).isEqualTo(2);
        assertThat(announced.claims()).isEmpty();
        assertThat(change.event().changed()).containsExactlyInAnyOrder("status", "claims");
    }

    @Test
    void whatBeginsNowCanNoLongerBeCancelled() {
        assertThatThrownBy(() -> at(TEN, AppointmentStatus.CONFIRMED).cancel(calledOff(TEN), List.of(CLAIM)))
                .extracting(this::code)
                .isEqualTo("already-started");
    }

    @ParameterizedTest
    @EnumSource(names = {"CHECKED_IN", "IN_SESSION", "COMPLETED", "NO_SHOW"})
    void whatHasBegunEarlyCannotBeCancelledEither(AppointmentStatus status) {
        assertThatThrownBy(() -> at(TEN, status).cancel(calledOff(TEN.minusSeconds(600)), List.of(CLAIM)))
                .extracting(this::code)
                .isEqualTo("already-started");
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT,     client-asked,  86399, true",
        "CLIENT,     client-asked,  86400, false",
        "CLIENT,     therapist-ill, 3600,  true",
        "FRONT_DESK, client-asked,  3600,  true",
        "FRONT_DESK, client-asked,  86400, false",
        "FRONT_DESK, therapist-ill, 60,    false",
    })
    void itIsLateWhenTheClientCallsItOffWithinTheWindow(Role role, String cause, long secondsAhead, boolean late) {
        Caller caller = new Caller("1", role, LocationScope.everywhere(), null);

        Cancellation cancellation = Cancellation.of(
                at(TEN, AppointmentStatus.BOOKED),
                new CancelAppointment(cause, null),
                caller,
                TEN.minusSeconds(secondsAhead),
                Duration.ofDays(1));

        assertThat(cancellation.late()).isEqualTo(late);
    }

    @Test
    void aCancelledOneSaysSoEvenAfterItsTime() {
        assertThatThrownBy(() ->
                        at(TEN, AppointmentStatus.CANCELLED).cancel(calledOff(TEN.plusSeconds(60)), List.of(CLAIM)))
                .extracting(this::code)
                .isEqualTo("already-cancelled");
    }

    @Test
    void anEventCarriesTheCodeOfAWaiverAndNotTheReason() {
        AppointmentSnapshot announced =
                at(TEN, AppointmentStatus.BOOKED).booked(List.of()).event().appointment();

        assertThat(announced.waived()).containsExactly("notice-too-short");
        assertThat(announced.toString()).doesNotContain("walk-in");
    }

    @Test
    void itsWallClockIsTheLocations() {
        assertThat(Views.of(at(TEN, AppointmentStatus.BOOKED), OWNER).localStart())
                .isEqualTo(LocalDateTime.of(2030, 5, 6, 10, 0));
    }

    @Test
    void aMoveInTimeIsNewsAndWhatWasConfirmedIsNotConfirmedAnyMore() {
        Appointment before = at(TEN, AppointmentStatus.CONFIRMED);

        Change<AppointmentRescheduled> change = move(before, startingAt(before, TEN.plusSeconds(900)));

        assertThat(change.after().revision()).isEqualTo(3);
        assertThat(change.after().status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(change.after().waivers()).isEmpty();
        assertThat(change.event().changed())
                .containsExactlyInAnyOrder("status", "revision", "start", "end", "claims", "waived");
    }

    @Test
    void anotherRoomIsNoNewsToAnyone() {
        Appointment before = at(TEN, AppointmentStatus.CONFIRMED);
        Visit next = in(before, new RoomId(UUID.randomUUID()));

        Change<AppointmentRescheduled> change = move(before, next);

        assertThat(change.after().revision()).isEqualTo(2);
        assertThat(change.after().status()).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(change.after().waivers()).isEqualTo(before.waivers());
        assertThat(change.event().changed()).containsExactlyInAnyOrder("roomId", "claims");
    }

    @Test
    void anotherTherapistIsNewsAndLeavesTheConfirmationOfTheTime() {
        Appointment before = at(TEN, AppointmentStatus.CONFIRMED);

        Candidate claimed = AVisit.claimed(before, before.visit(), new TherapistId(UUID.randomUUID()), List.of(CLAIM));
        Change<AppointmentRescheduled> change = before.reschedule(claimed, List.of(), List.of(CLAIM));

        assertThat(change.after().revision()).isEqualTo(3);
        assertThat(change.after().status()).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(change.event().changed()).containsExactlyInAnyOrder("participants", "revision");
    }

    @Test
    void aMoveToWhereItIsIsNoMove() {
        Appointment before = at(TEN, AppointmentStatus.BOOKED);

        assertThatThrownBy(() -> move(before, before.visit()))
                .extracting(this::code)
                .isEqualTo("no-change");
    }

    private static Change<AppointmentRescheduled> move(Appointment before, Visit next) {
        Candidate claimed = AVisit.claimed(before, next, before.therapists().getFirst(), List.of());
        return before.reschedule(claimed, List.of(), List.of(CLAIM));
    }

    private static Visit startingAt(Appointment before, Instant start) {
        Visit visit = before.visit();
        return new Visit(visit.minutes(), visit.locationId(), visit.zone(), visit.roomId(), start, visit.price());
    }

    private static Visit in(Appointment before, RoomId room) {
        Visit visit = before.visit();
        return new Visit(visit.minutes(), visit.locationId(), visit.zone(), room, visit.start(), visit.price());
    }

    private String code(Throwable failure) {
        return ((Rejection) failure).code();
    }

    private static Cancellation calledOff(Instant at) {
        return new Cancellation(at, "owner:1", "client-asked", "She has a cold.", false);
    }
}
