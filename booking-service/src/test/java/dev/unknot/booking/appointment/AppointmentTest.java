package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentCancelled;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppointmentTest {

    private static final Instant TEN = Instant.parse("2030-05-06T08:00:00Z");
    private static final Caller OWNER = new Caller("1", Role.OWNER, LocationScope.everywhere(), null);
    private static final Claim CLAIM =
            new Claim(ResourceKind.ROOM, new UUID(1, 1), new UUID(1, 2), TimeRange.of(TEN, Duration.ofHours(1)));

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

    private String code(Throwable failure) {
        return ((Rejection) failure).code();
    }

    private static Appointment at(Instant start, AppointmentStatus status) {
        return new Appointment(
                new AppointmentId(UUID.randomUUID()),
                3,
                2,
                status,
                List.of(new Participant(new ClientId(UUID.randomUUID()), new TherapistId(UUID.randomUUID()))),
                new TreatmentId(UUID.randomUUID()),
                new Visit(
                        60,
                        new LocationId(UUID.randomUUID()),
                        ZoneId.of("Europe/Vienna"),
                        new RoomId(UUID.randomUUID()),
                        start,
                        new Money(8900, "EUR")),
                List.of(new Waiver("notice-too-short", "A walk-in.")),
                null,
                null,
                null);
    }

    private static Cancellation calledOff(Instant at) {
        return new Cancellation(at, "owner:1", "client-asked", "She has a cold.");
    }
}
