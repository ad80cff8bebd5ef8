package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.DAY;
import static dev.unknot.booking.availability.Clinic.HORIZON;
import static dev.unknot.booking.availability.Clinic.LINDEN;
import static dev.unknot.booking.availability.Clinic.MIRA;
import static dev.unknot.booking.availability.Clinic.MONDAY;
import static dev.unknot.booking.availability.Clinic.PRATER;
import static dev.unknot.booking.availability.Clinic.ZONE;
import static dev.unknot.booking.availability.Clinic.at;
import static dev.unknot.booking.availability.Clinic.linden;
import static dev.unknot.booking.availability.Clinic.location;
import static dev.unknot.booking.availability.Clinic.prater;
import static dev.unknot.booking.availability.Clinic.therapist;
import static dev.unknot.common.appointment.Displacement.LOCATION_CLOSED;
import static dev.unknot.common.appointment.Displacement.ROOM_OUT;
import static dev.unknot.common.appointment.Displacement.THERAPIST_LEFT;
import static dev.unknot.common.appointment.Displacement.THERAPIST_NOT_WORKING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.oracle.RandomWorlds;
import dev.unknot.oracle.World;
import dev.unknot.oracle.announcement.Announcements;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoverTest {

    /** From ten to eleven, with five minutes before and ten after. */
    private static final Session AT_TEN = session(at(10, 0));

    private static final Set<String> WORDS_OF_COVER =
            Set.of("outside-working-time", "therapist-lacks-skill", "licence-ended", "unknown-therapist");

    @Test
    void whoWorksForAllOfTheSessionAndItsBuffersCoversIt() {
        assertThat(working(new TimeRange(at(9, 55), at(11, 10))).lost(AT_TEN)).isEmpty();
        assertThat(working(new TimeRange(at(10, 0), at(11, 10))).lost(AT_TEN)).contains(THERAPIST_NOT_WORKING);
        assertThat(working(new TimeRange(at(9, 55), at(11, 5))).lost(AT_TEN)).contains(THERAPIST_NOT_WORKING);
    }

    @Test
    void aBreakInBetweenIsLostTimeAndAMeetingOfTwoShiftsIsNot() {
        assertThat(working(new TimeRange(at(9, 0), at(10, 30)), new TimeRange(at(10, 30), at(12, 0)))
                        .lost(AT_TEN))
                .isEmpty();
        assertThat(working(new TimeRange(at(9, 0), at(10, 30)), new TimeRange(at(10, 35), at(12, 0)))
                        .lost(AT_TEN))
                .contains(THERAPIST_NOT_WORKING);
    }

    @Test
    void whoWorksElsewhereDoesNotCoverIt() {
        WorkingTime elsewhere = new WorkingTime(new LocationId(new UUID(0, 9)), DAY);

        assertThat(mira(TherapistState.ACTIVE, Set.of("swedish"), null, elsewhere)
                        .lost(AT_TEN))
                .contains(THERAPIST_NOT_WORKING);
    }

    @Test
    void whoLeftOrMayNotOrCanNotGiveItAnyMoreIsAsGoodAsGone() {
        WorkingTime day = new WorkingTime(PRATER, DAY);

        assertThat(mira(TherapistState.LEFT, Set.of("swedish"), null, day).lost(AT_TEN))
                .contains(THERAPIST_LEFT);
        assertThat(mira(TherapistState.ACTIVE, Set.of("shiatsu"), null, day).lost(AT_TEN))
                .contains(THERAPIST_LEFT);
        assertThat(mira(TherapistState.ACTIVE, Set.of("swedish"), MONDAY.minusDays(1), day)
                        .lost(AT_TEN))
                .contains(THERAPIST_LEFT);
        assertThat(mira(TherapistState.ACTIVE, Set.of("swedish"), MONDAY, day).lost(AT_TEN))
                .isEmpty();
    }

    @Test
    void whoLeavesCoversWhatBeginsOnTheirLastDay() {
        assertThat(leavingAfter(MONDAY).lost(AT_TEN)).isEmpty();
        assertThat(leavingAfter(MONDAY.minusDays(1)).lost(AT_TEN)).contains(THERAPIST_LEFT);
    }

    private static Cover leavingAfter(LocalDate lastDay) {
        TherapistSnapshot mira = Clinic.mira();
        return Cover.by(new TherapistSnapshot(
                mira.id(),
                mira.name(),
                mira.gender(),
                mira.skills(),
                mira.licensedUntil(),
                mira.state(),
                mira.horizon(),
                mira.workingTime(),
                mira.closed(),
                mira.timeOff(),
                lastDay));
    }

    @Test
    void aLocationIsOpenForTheSessionButNotForTheBuffers() {
        assertThat(open(new TimeRange(at(10, 0), at(11, 0))).lost(AT_TEN)).isEmpty();
        assertThat(open(new TimeRange(at(10, 5), at(18, 0))).lost(AT_TEN)).contains(LOCATION_CLOSED);
    }

    @Test
    void aRoomThatIsGoneOrSmallerOrOutOrBareIsOut() {
        assertThat(Cover.by(prater(List.of(linden(1, List.of())))).lost(AT_TEN)).isEmpty();
        assertThat(Cover.by(prater(List.of())).lost(AT_TEN)).contains(ROOM_OUT);
        assertThat(Cover.by(prater(List.of(linden(1, List.of())))).lost(in(new RoomPlace(LINDEN, 1))))
                .contains(ROOM_OUT);
        assertThat(outage(at(10, 55), at(12, 0)).lost(AT_TEN)).contains(ROOM_OUT);
        assertThat(outage(at(11, 0), at(12, 0)).lost(AT_TEN))
                .as("turnover is the room's own affair")
                .isEmpty();
        assertThat(Cover.by(prater(List.of(new RoomSnapshot(LINDEN, "Linden", Set.of(), 1, 10, List.of()))))
                        .lost(AT_TEN))
                .contains(ROOM_OUT);
    }

    @Test
    void whatLiesBeyondTheHorizonIsNeitherLostNorKnown() {
        Session beyond = session(HORIZON.end().plus(Duration.ofDays(1)));
        Session acrossTheEnd = session(HORIZON.end().minus(Duration.ofMinutes(30)));
        Cover always = working(HORIZON);

        assertThat(List.of(Cover.by(Clinic.mira()), open(HORIZON))).allSatisfy(cover -> {
            assertThat(cover.lost(beyond)).isEmpty();
            assertThat(cover.knows(beyond)).isFalse();
            assertThat(cover.knows(AT_TEN)).isTrue();
        });
        assertThat(always.lost(acrossTheEnd)).isEmpty();
        assertThat(always.knows(acrossTheEnd)).isFalse();
        assertThat(Cover.by(Clinic.mira()).lost(acrossTheEnd))
                .as("what is known of it is lost already")
                .contains(THERAPIST_NOT_WORKING);
    }

    @Test
    void whatCanBeBookedIsCoveredByTheSameSnapshotsAndWhatTheyForbidIsNot() {
        int booked = 0;
        int forbidden = 0;
        for (long seed = 0; seed < 60; seed++) {
            World world = RandomWorlds.of(seed).world();
            Engine engine = Engine.told(world);
            Announcements announcements = new Announcements(world);
            for (TherapistSnapshot therapist : announcements.therapists()) {
                for (LocationSnapshot location : announcements.locations()) {
                    for (Instant start = location.horizon().start();
                            start.isBefore(location.horizon().end());
                            start = start.plus(Duration.ofMinutes(25))) {
                        BookingWish wish = wish(world, location, therapist, start);
                        Verdict verdict = engine.availability().assess(wish);
                        if (verdict instanceof Verdict.Fits fits) {
                            for (Assignment assignment : fits.assignments()) {
                                Session session = session(wish.treatment(), location, assignment, wish);
                                assertCovered("seed " + seed, Cover.by(therapist), session);
                                assertCovered("seed " + seed, Cover.by(location), session);
                                booked++;
                            }
                        } else if (verdict instanceof Verdict.Refused refused
                                && WORDS_OF_COVER.contains(refused.code())) {
                            Session session = session(
                                    wish.treatment(),
                                    location,
                                    new Assignment(therapist.id(), new RoomPlace(LINDEN, 0), location.zone(), 0, 0),
                                    wish);
                            assertThat(Cover.by(therapist).lost(session).isPresent()
                                            || Cover.by(location).lost(session).isPresent()
                                            || !Cover.by(therapist).knows(session))
                                    .as("seed %d, %s, %s", seed, session, refused)
                                    .isTrue();
                            forbidden++;
                        }
                    }
                }
            }
        }
        assertThat(booked).as("sessions booked").isGreaterThan(5_000);
        assertThat(forbidden).as("sessions forbidden").isGreaterThan(5_000);
    }

    private static void assertCovered(String world, Cover cover, Session session) {
        assertThat(cover.lost(session)).as("%s, %s", world, session).isEmpty();
        assertThat(cover.knows(session)).as("%s, %s", world, session).isTrue();
    }

    private static BookingWish wish(
            World world, LocationSnapshot location, TherapistSnapshot therapist, Instant start) {
        return new BookingWish(
                new Announcements(world).question().treatment(),
                world.query().minutes(),
                location.id(),
                start,
                therapist.id(),
                null,
                null,
                Set.of("notice-too-short", "off-cadence"),
                true,
                location.horizon().start().minusSeconds(60));
    }

    private static Session session(
            TreatmentSnapshot treatment, LocationSnapshot location, Assignment assignment, BookingWish wish) {
        TimeRange during = TimeRange.of(wish.start(), Duration.ofMinutes(wish.minutes()));
        return new Session(
                location.id(),
                location.zone(),
                during,
                Map.of(
                        assignment.therapist(),
                        during.padded(
                                Duration.ofMinutes(treatment.beforeMinutes()),
                                Duration.ofMinutes(treatment.afterMinutes()))),
                Set.of(assignment.place().resourceId()),
                treatment.skill(),
                treatment.capability());
    }

    private static Session session(Instant start) {
        return session(start, new RoomPlace(LINDEN, 0));
    }

    private static Session in(RoomPlace place) {
        return session(at(10, 0), place);
    }

    private static Session session(Instant start, RoomPlace place) {
        TimeRange during = TimeRange.of(start, Duration.ofMinutes(60));
        return new Session(
                PRATER,
                ZONE,
                during,
                Map.of(MIRA, during.padded(Duration.ofMinutes(5), Duration.ofMinutes(10))),
                Set.of(place.resourceId()),
                "swedish",
                "table");
    }

    private static Cover working(TimeRange... shifts) {
        return mira(
                TherapistState.ACTIVE,
                Set.of("swedish"),
                null,
                List.of(shifts).stream()
                        .map(during -> new WorkingTime(PRATER, during))
                        .toArray(WorkingTime[]::new));
    }

    private static Cover mira(
            TherapistState state, Set<String> skills, @Nullable LocalDate licensedUntil, WorkingTime... working) {
        return Cover.by(therapist(MIRA, state, skills, licensedUntil, List.of(working)));
    }

    private static Cover open(TimeRange hours) {
        return Cover.by(location(PRATER, ZONE, HORIZON, List.of(hours), List.of(linden(1, List.of()))));
    }

    private static Cover outage(Instant from, Instant to) {
        return Cover.by(prater(List.of(linden(1, List.of(new TimeRange(from, to))))));
    }
}
