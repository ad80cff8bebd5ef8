package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.LINDEN;
import static dev.unknot.booking.availability.Clinic.MIRA;
import static dev.unknot.booking.availability.Clinic.PRATER;
import static dev.unknot.booking.availability.Clinic.VISIT;
import static dev.unknot.booking.availability.Clinic.at;
import static dev.unknot.booking.availability.Clinic.claim;
import static dev.unknot.booking.availability.Clinic.linden;
import static dev.unknot.booking.availability.Clinic.mondayAt;
import static dev.unknot.booking.availability.Clinic.prater;
import static dev.unknot.booking.availability.Clinic.taking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Explanation.Obstacle;
import dev.unknot.common.appointment.ObstacleKind;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why is there nothing on Monday? There are 93 starts on the quarter that leave an hour before midnight. */
class ExplanationTest {

    private final Availability availability = Clinic.opened();

    @Test
    void onADayLikeAnyOtherMostIsClosedAndHerBuffersTakeTheRest() {
        Explanation monday = explain();

        assertThat(monday.candidates()).isEqualTo(93);
        assertThat(monday.found()).isEqualTo(31);
        assertThat(monday.slots()).isEqualTo(31);
        // Until nine the notice is too short, or it is past.
        assertThat(stopped(monday))
                .containsExactly("START_IN_FUTURE 28", "NOTICE_KEPT 8", "LOCATION_OPEN 24", "THERAPIST_AT_WORK 2");
        assertThat(monday.next()).isNull();
    }

    @Test
    void nobodyWorks() {
        learnMira(Set.of("swedish"), List.of());

        Explanation monday = explain();

        assertThat(monday.found()).isZero();
        assertBottleneck(monday, Rule.THERAPIST_AT_WORK, ObstacleKind.THERAPIST);
    }

    @Test
    void theLocationIsClosedUntilOne() {
        availability.learn(Clinic.closedUntil(at(13, 0)), 2);
        availability.learn(Clinic.miraShutOutUntil(at(13, 0)), 2);

        Explanation monday = explain();

        assertThat(stopped(monday))
                .containsExactly(
                        "START_IN_FUTURE 28",
                        "NOTICE_KEPT 8",
                        "LOCATION_NOT_CLOSED 16",
                        "LOCATION_OPEN 24",
                        "THERAPIST_AT_WORK 2");
        assertBottleneck(monday, Rule.LOCATION_NOT_CLOSED, ObstacleKind.LOCATION);
        // All but nine o'clock, when she would only come to work.
        assertThat(obstacle(monday, Rule.LOCATION_NOT_CLOSED).alone()).isEqualTo(15);
    }

    @Test
    void sheIsAwayUntilOne() {
        availability.learn(Clinic.miraAwayUntil(at(13, 0)), 2);

        Explanation monday = explain();

        assertThat(stopped(monday))
                .containsExactly(
                        "START_IN_FUTURE 28",
                        "NOTICE_KEPT 8",
                        "LOCATION_OPEN 24",
                        "THERAPIST_NOT_AWAY 17",
                        "THERAPIST_AT_WORK 1");
        assertBottleneck(monday, Rule.THERAPIST_NOT_AWAY, ObstacleKind.THERAPIST);
        assertThat(obstacle(monday, Rule.THERAPIST_NOT_AWAY).alone()).isEqualTo(16);
    }

    @Test
    void whoDoesNotSayThatItIsTheClosureIsNotAtWork() {
        availability.learn(Clinic.closedUntil(at(13, 0)), 2);
        learnMira(Set.of("swedish"), List.of(new WorkingTime(PRATER, new TimeRange(at(13, 0), at(18, 0)))));

        assertThat(obstacle(explain(), Rule.LOCATION_NOT_CLOSED).stopped()).isEqualTo(16);
        assertThat(obstacle(explain(), Rule.LOCATION_NOT_CLOSED).alone()).isZero();
    }

    @Test
    void nobodyHasLearnedIt() {
        learnMira(Set.of("shiatsu"), List.of(new WorkingTime(PRATER, Clinic.DAY)));

        Explanation monday = explain();

        assertBottleneck(monday, Rule.THERAPIST_SKILLED, ObstacleKind.THERAPIST);
        assertThat(obstacle(monday, Rule.THERAPIST_SKILLED).alone()).isEqualTo(31);
    }

    @Test
    void sheIsTakenAllDay() {
        availability.learn(taking(VISIT, 1, claim(MIRA, at(9, 0), at(18, 0))));

        assertBottleneck(explain(), Rule.THERAPIST_FREE, ObstacleKind.THERAPIST);
    }

    @Test
    void theRoomIsTakenAllDay() {
        availability.learn(taking(VISIT, 1, claim(new RoomPlace(LINDEN, 0), at(9, 0), at(18, 0))));

        assertBottleneck(explain(), Rule.ROOM_FREE, ObstacleKind.ROOM);
    }

    @Test
    void theRoomIsOutOfUseAllMorning() {
        availability.learn(prater(List.of(linden(1, List.of(new TimeRange(at(8, 0), at(12, 0)))))), 2);

        Explanation monday = explain();

        assertThat(stopped(monday)).contains("ROOM_IN_USE 11").doesNotContain("ROOM_FREE 11");
        assertBottleneck(monday, Rule.ROOM_IN_USE, ObstacleKind.ROOM);
        assertThat(obstacle(monday, Rule.ROOM_IN_USE).alone()).isEqualTo(11);
    }

    @Test
    void theRoomIsOutOfUseAndWasTakenBefore() {
        availability.learn(prater(List.of(linden(1, List.of(Clinic.DAY)))), 2);
        availability.learn(taking(VISIT, 1, claim(new RoomPlace(LINDEN, 0), at(9, 0), at(12, 0))));

        Explanation monday = explain();

        // From noon on nothing but the outage is in the way; before that the visit would be, too.
        assertThat(obstacle(monday, Rule.ROOM_IN_USE).stopped()).isEqualTo(31);
        assertThat(obstacle(monday, Rule.ROOM_IN_USE).alone()).isEqualTo(20);
    }

    @Test
    void sheAndTheRoomAreTakenAllDay() {
        availability.learn(taking(
                VISIT, 1, claim(MIRA, at(9, 0), at(18, 0)), claim(new RoomPlace(LINDEN, 0), at(9, 0), at(18, 0))));

        Explanation monday = explain();

        assertThat(monday.obstacles()).allMatch(each -> each.alone() == 0 || each.rule() == Rule.LOCATION_OPEN);
        assertBottleneck(monday, Rule.THERAPIST_FREE, ObstacleKind.THERAPIST);
    }

    @Test
    void noRoomHasWhatItTakes() {
        availability.learn(prater(List.of()), 2);

        assertBottleneck(explain(), Rule.ROOM_CAPABLE, ObstacleKind.ROOM);
    }

    @Test
    void itIsTooLateForTheNoticeAndTheNextDayHasTheNextOpening() {
        TimeRange tuesday = new TimeRange(
                Clinic.DAY.start().plus(Duration.ofDays(1)), Clinic.DAY.end().plus(Duration.ofDays(1)));
        availability.learn(
                Clinic.location(
                        PRATER,
                        Clinic.ZONE,
                        Clinic.HORIZON,
                        List.of(Clinic.DAY, tuesday),
                        List.of(linden(1, List.of()))),
                2);
        learnMira(Set.of("swedish"), List.of(new WorkingTime(PRATER, Clinic.DAY), new WorkingTime(PRATER, tuesday)));

        Explanation late = availability.explain(mondayAt(at(15, 0)));

        assertThat(late.found()).isZero();
        assertBottleneck(late, Rule.NOTICE_KEPT, ObstacleKind.RULE);
        assertThat(late.next()).isNotNull();
        assertThat(late.next().session().start()).isEqualTo(at(9, 15).plus(Duration.ofDays(1)));
    }

    private Explanation explain() {
        return availability.explain(mondayAt(at(7, 0)));
    }

    private void learnMira(Set<String> skills, List<WorkingTime> work) {
        availability.learn(Clinic.therapist(MIRA, TherapistState.ACTIVE, skills, null, work), 2);
    }

    private static void assertBottleneck(Explanation explanation, Rule rule, ObstacleKind kind) {
        assertThat(explanation.bottleneck()).isNotNull();
        assertThat(explanation.bottleneck().rule()).isEqualTo(rule);
        assertThat(explanation.bottleneck().kind()).isEqualTo(kind);
    }

    private static Obstacle obstacle(Explanation explanation, Rule rule) {
        return explanation.obstacles().stream()
                .filter(each -> each.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> stopped(Explanation explanation) {
        return explanation.obstacles().stream()
                .map(each -> each.rule() + " " + each.stopped())
                .toList();
    }
}
