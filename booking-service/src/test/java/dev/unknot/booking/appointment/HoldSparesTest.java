package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.therapist.TherapistId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which rules are not judged again when a held time is booked or moved to. */
class HoldSparesTest {

    private static final List<String> OF_THERAPISTS = List.of("therapist-day-limit", "therapist-travel");
    private static final List<String> OF_CLIENTS =
            List.of("approval-needed", "client-day-limit", "client-week-limit", "client-travel");
    private static final List<String> OF_TRAVEL = List.of("client-travel", "therapist-travel");

    private final Appointment held = AVisit.at(AVisit.TEN, AppointmentStatus.HELD)
            .draft()
            .heldUntil(AVisit.TEN.plusSeconds(1))
            .done();

    @Test
    void whatIsAsItWasHeldIsSparedAllSoftRulesWhileTheHoldStands() {
        assertThat(new Hold(held).spares(as(held, held.visit()))).isEqualTo(Moves.EVERY_SOFT_RULE);
    }

    @Test
    void anotherTherapistIsJudgedAnew() {
        Wish wish = AVisit.claimed(held, held.visit(), new TherapistId(UUID.randomUUID()), List.of())
                .wish();

        assertThat(new Hold(held).spares(wish))
                .doesNotContainAnyElementsOf(OF_THERAPISTS)
                .containsAll(OF_CLIENTS)
                .contains("notice-too-short");
    }

    @Test
    void aLongerSessionMayNotBeInTimeForTheNextPlace() {
        Visit longer = held.visit().ending(held.visit().end().plus(Duration.ofMinutes(15)));

        assertThat(new Hold(held).spares(as(held, longer)))
                .doesNotContainAnyElementsOf(OF_TRAVEL)
                .contains("therapist-day-limit", "client-day-limit", "notice-too-short");
    }

    @Test
    void anotherClientIsJudgedAnew() {
        Appointment other = AVisit.at(AVisit.TEN, AppointmentStatus.BOOKED);
        TherapistId same = held.therapists().getFirst();

        assertThat(new Hold(held)
                        .spares(AVisit.claimed(other, held.visit(), same, List.of())
                                .wish()))
                .doesNotContainAnyElementsOf(OF_CLIENTS)
                .containsAll(OF_THERAPISTS);
    }

    @Test
    void afterItsEndOnlyWhatStaffSetAsideIsSpared() {
        Appointment lapsed = held.draft().heldUntil(AVisit.TEN).done();

        assertThat(new Hold(lapsed).spares(as(lapsed, lapsed.visit()))).containsExactly("notice-too-short");
    }

    @Test
    void whatWasSetAsideForOneTherapistIsNotForAnother() {
        List<Waiver> two = List.of(
                new Waiver("notice-too-short", "A walk-in."),
                new Waiver("therapist-day-limit", "She offered to stay."));
        Hold hold = new Hold(held.draft().waivers(two).done());
        Wish wish = AVisit.claimed(held, held.visit(), new TherapistId(UUID.randomUUID()), List.of())
                .wish();

        assertThat(hold.waivers(as(held, held.visit()))).isEqualTo(two);
        assertThat(hold.waivers(wish)).extracting(Waiver::code).containsExactly("notice-too-short");
    }

    private static Wish as(Appointment held, Visit visit) {
        TherapistId same = held.participants().stream()
                .map(Participant::therapistId)
                .findFirst()
                .orElseThrow();
        return AVisit.claimed(held, visit, same, List.of()).wish();
    }
}
