package dev.unknot.booking.series;

import static dev.unknot.common.series.SeriesMode.ATOMIC;
import static dev.unknot.common.series.SeriesMode.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.appointment.Race;
import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.series.BookSeries;
import dev.unknot.common.series.CancelSeries;
import dev.unknot.common.series.ChangeSeries;
import dev.unknot.common.series.OccurrenceView;
import dev.unknot.common.series.SeriesChangeView;
import dev.unknot.common.series.SeriesMode;
import dev.unknot.common.series.SeriesScope;
import dev.unknot.common.series.SeriesView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ServiceTest
class SeriesApiTest extends SeriesOverHttp {

    @Test
    void eachVisitOfASeriesIsAnAppointmentOfItsOwnAndIsAnnounced() {
        BookSeries command = studio.weekly(studio.mira, "10:00", 4, ATOMIC);
        String key = key();

        Answer answer = owner.post(PATH, command, "Idempotency-Key", key);
        Answer again = owner.post(PATH, command, "Idempotency-Key", key);

        SeriesView series = created(answer);
        assertThat(again.text()).isEqualTo(answer.text());
        assertThat(visitsOf(studio.ada)).isEqualTo(4);
        assertThat(each(series, OccurrenceView::date))
                .containsExactly(studio.inWeeks(1), studio.inWeeks(2), studio.inWeeks(3), studio.inWeeks(4));
        assertThat(each(series, OccurrenceView::status)).containsOnly(AppointmentStatus.BOOKED);
        assertThat(visit(series, 3).start()).isEqualTo(studio.at(studio.inWeeks(3), "10:00"));
        assertThat(visit(series, 3).seriesId()).isEqualTo(series.id());
        assertThat(announced(id(series, 3))).containsExactly("booked");
        assertThat(lastAnnounced(id(series, 3))).contains("\"seriesId\":\"" + series.id() + "\"");
        assertThat(read(series)).isEqualTo(series);
    }

    @Test
    void itsTimeStaysOnTheWallWhenTheClockIsSet() {
        LocalDate sunday = nextDayWithoutAnHour();
        goTo(studio.at(sunday.minusDays(10), "12:00"));

        SeriesView series = agree(studio.weekly(studio.ada, studio.mira, sunday.minusWeeks(1), "10:00", 3, ATOMIC));

        assertThat(each(series, each -> each.localStart().toLocalTime())).containsOnly(LocalTime.of(10, 0));
        assertThat(each(series, OccurrenceView::start))
                .containsExactly(
                        Instant.parse(sunday.minusWeeks(1) + "T09:00:00Z"),
                        Instant.parse(sunday + "T08:00:00Z"),
                        Instant.parse(sunday.plusWeeks(1) + "T08:00:00Z"));
    }

    @Test
    void aTimeThatTheClockLeavesOutIsRefusedWithOthersNearIt() {
        LocalDate sunday = nextDayWithoutAnHour();
        goTo(studio.at(sunday.minusDays(10), "12:00"));

        SeriesView series = agree(studio.weekly(studio.ada, studio.mira, sunday.minusWeeks(1), "02:30", 3, SKIP));

        assertThat(each(series, SeriesApiTest::code)).containsExactly(null, "no-such-local-time", null);
        assertThat(one(series, 2).alternates())
                .extracting(Slot::localStart)
                .containsExactly(
                        sunday.atTime(3, 0),
                        sunday.atTime(1, 30),
                        sunday.plusDays(1).atTime(2, 30));
    }

    @Test
    void asAWholeItIsRefusedWithAReportAndLeavesNothingBehind() {
        studio.book(studio.client(), studio.mira, studio.at(studio.inWeeks(2), "10:30"));
        studio.book(studio.client(), studio.mira, studio.at(studio.inWeeks(4), "09:30"));

        Answer answer = owner.post(PATH, studio.weekly(studio.mira, "10:00", 5, ATOMIC), "Idempotency-Key", key());

        refused(409, "series-refused", answer);
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactly("occurrences[2]", "occurrences[4]");
        assertThat(answer.body().path("errors").findValuesAsString("code")).containsOnly("slot-taken");
        assertThat(visitsOf(studio.ada)).isZero();
        assertThat(seriesIn(studio)).isZero();
        agree(studio.weekly(studio.mira, "12:00", 5, ATOMIC));
    }

    @Test
    void itsOwnVisitsCountAgainstTheLimitsOfTheirClient() {
        studio.onceAWeek();

        Answer whole = owner.post(PATH, studio.onMondaysAndWednesdays(4, ATOMIC), "Idempotency-Key", key());
        SeriesView most = agree(studio.onMondaysAndWednesdays(4, SKIP));

        refused(409, "series-refused", whole);
        assertThat(whole.body().path("errors").findValuesAsString("field"))
                .containsExactly("occurrences[2]", "occurrences[4]");
        assertThat(whole.body().path("errors").findValuesAsString("code")).containsOnly("client-week-limit");
        assertThat(each(most, SeriesApiTest::code))
                .containsExactly(null, "client-week-limit", null, "client-week-limit");
        assertThat(visitsOf(studio.ada)).isEqualTo(2);
    }

    @Test
    void whereSomeAreSkippedTheOthersAreBookedAndOtherTimesProposedThatCanBeBooked() {
        studio.book(studio.client(), studio.mira, studio.at(studio.inWeeks(2), "10:00"));
        studio.book(studio.client(), studio.mira, studio.at(studio.inWeeks(2), "11:00"));

        SeriesView series = agree(studio.weekly(studio.mira, "10:00", 3, SKIP));

        assertThat(each(series, SeriesApiTest::code)).containsExactly(null, "slot-taken", null);
        assertThat(one(series, 2).alternates())
                .extracting(Slot::localStart)
                .containsExactly(
                        studio.inWeeks(2).atTime(9, 0),
                        studio.inWeeks(2).atTime(8, 30),
                        studio.inWeeks(2).plusDays(1).atTime(10, 0));
        assertThat(read(series)).isEqualTo(series);

        SeriesChangeView filled = changed(change(series, to(SeriesScope.THIS, 2, "12:00")));
        assertThat(report(filled)).containsExactly("2 CHANGED");
        assertThat(visit(filled.series(), 2).start()).isEqualTo(studio.at(studio.inWeeks(2), "12:00"));
        assertThat(visit(filled.series(), 2).seriesId()).isEqualTo(series.id());
    }

    @Test
    void beyondTheHorizonNothingIsBooked() {
        goTo(studio.at(studio.inWeeks(56), "12:00"));

        refused(
                409,
                "series-refused",
                owner.post(PATH, studio.weekly(studio.ada, studio.mira, studio.inWeeks(57), "10:00", 2, ATOMIC)));
        SeriesView series = agree(studio.weekly(studio.ada, studio.mira, studio.inWeeks(57), "10:00", 2, SKIP));

        assertThat(each(series, SeriesApiTest::code)).containsExactly(null, "beyond-horizon");
        assertThat(one(series, 2).alternates()).isEmpty();
    }

    @Test
    void whatIsWrongWithTheRequestIsNotSaidOfEachVisit() {
        BookSeries good = studio.weekly(studio.mira, "10:00", 3, SKIP);

        refused(422, "unknown-client", owner.post(PATH, with(good, new Seat(new ClientId(UUID.randomUUID()), null))));
        refused(
                422,
                "unknown-therapist",
                owner.post(PATH, with(good, new Seat(studio.ada, new TherapistId(UUID.randomUUID())))));
        refused(
                422,
                "first-date-off-recurrence",
                owner.post(PATH, with(good, studio.inWeeks(1).plusDays(1))));
        refused(422, "start-off-grid", owner.post(PATH, studio.weekly(studio.mira, "10:01", 3, SKIP)));
        refused(
                403,
                "location-not-yours",
                as(Tokens.of(Role.FRONT_DESK, elsewhere())).post(PATH, good));
        refused(403, "role-not-allowed", as(Tokens.of(Role.THERAPIST)).post(PATH, good));
        assertThat(visitsOf(studio.ada)).isZero();
    }

    @Test
    void itIsShownToItsLocationAndToWhoGivesAVisitOfIt() {
        SeriesView series = agree(studio.weekly(studio.mira, "10:00", 2, ATOMIC));
        String path = PATH + "/" + series.id();

        assertThat(as(Tokens.of(Role.FRONT_DESK, studio.location)).get(path).body(SeriesView.class))
                .isEqualTo(series);
        assertThat(as(Tokens.of(Role.THERAPIST, studio.mira.toString()))
                        .get(path)
                        .status())
                .isEqualTo(200);
        refused(404, "not-found", as(Tokens.of(Role.FRONT_DESK, elsewhere())).get(path));
        refused(404, "not-found", as(Tokens.of(Role.THERAPIST)).get(path));
        refused(
                403,
                "role-not-allowed",
                as(Tokens.client(id(series, 1).value())).get(path));
    }

    @Test
    void thisAndTheFollowingVisitsMoveAndKeepWhatTheyAre() {
        SeriesView series = agree(studio.weekly(studio.mira, "10:00", 4, ATOMIC));
        AppointmentView byHand = moveByHand(series, 3, studio.at(studio.inWeeks(3), "16:00"));

        SeriesChangeView moved = changed(change(series, to(SeriesScope.FOLLOWING, 2, "10:30")));

        assertThat(report(moved)).containsExactly("2 CHANGED", "3 LEFT moved-by-hand", "4 CHANGED");
        assertThat(moved.series().version()).isEqualTo(2);
        assertThat(each(moved.series(), OccurrenceView::appointmentId))
                .isEqualTo(each(series, OccurrenceView::appointmentId));
        assertThat(each(moved.series(), each -> each.localStart().toLocalTime().toString()))
                .containsExactly("10:00", "10:30", "16:00", "10:30");
        assertThat(visit(series, 3)).isEqualTo(byHand);
        assertThat(visit(series, 4).revision()).isEqualTo(2);
        assertThat(announced(id(series, 1))).containsExactly("booked");
        assertThat(announced(id(series, 4))).containsExactly("booked", "rescheduled");
        assertThat(read(series)).isEqualTo(moved.series());
        refused(412, "version-mismatch", change(series, to(SeriesScope.ALL, 1, "11:00")));
    }

    @Test
    void allOfThemMoveByAWeekThoughEachGoesWhereTheNextOneIs() {
        SeriesView series = agree(studio.weekly(studio.mira, "10:00", 3, ATOMIC));

        SeriesView later = changed(change(series, byDays(7))).series();
        assertThat(each(later, OccurrenceView::date))
                .containsExactly(studio.inWeeks(2), studio.inWeeks(3), studio.inWeeks(4));
        SeriesView back = changed(change(later, byDays(-7))).series();

        assertThat(each(back, OccurrenceView::start)).isEqualTo(each(series, OccurrenceView::start));
        assertThat(each(back, OccurrenceView::appointmentId)).isEqualTo(each(series, OccurrenceView::appointmentId));
    }

    @ParameterizedTest
    @EnumSource(SeriesMode.class)
    void allOfThemMoveByAWeekThoughTheFirstToGoHasToLookAgain(SeriesMode mode) {
        SeriesView series = agree(studio.weekly(null, "10:00", 10, ATOMIC));
        storeAnew(studio.mira);

        SeriesView later = changedAs(
                IntStream.rangeClosed(1, 10).mapToObj(each -> each + " CHANGED").toList(),
                change(series, byDays(7, mode)));

        assertThat(each(later, OccurrenceView::date))
                .isEqualTo(
                        IntStream.rangeClosed(2, 11).mapToObj(studio::inWeeks).toList());
    }

    @Test
    void eachMovesToTheWeekdayOfItsOwnWeekAndToWhoeverIsNamed() {
        LocalDate monday = studio.inWeeks(1).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        SeriesView series = agree(studio.weekly(studio.ada, studio.mira, monday, "10:00", 2, ATOMIC));
        TherapistId noor = studio.therapist();

        SeriesView moved = changed(change(
                        series,
                        new ChangeSeries(
                                SeriesScope.ALL,
                                1,
                                null,
                                null,
                                null,
                                DayOfWeek.SUNDAY,
                                List.of(noor),
                                ATOMIC,
                                null,
                                null)))
                .series();

        assertThat(each(moved, OccurrenceView::date)).containsExactly(monday.plusDays(6), monday.plusDays(13));
        assertThat(moved.participants()).containsExactly(new Seat(studio.ada, noor));
        assertThat(visit(moved, 2).participants().getFirst().therapistId()).isEqualTo(noor);
    }

    @Test
    void aChangeOfAllStandsOrFallsAsAWholeAndOneThatSkipsTellsOfEach() {
        SeriesView series = agree(studio.weekly(studio.mira, "10:00", 3, ATOMIC));
        studio.book(studio.client(), studio.mira, studio.at(studio.inWeeks(2), "14:00"));

        refused(409, "series-refused", change(series, to(SeriesScope.ALL, 1, "14:00")));
        assertThat(read(series)).isEqualTo(series);
        SeriesChangeView moved = changed(change(series, to(SeriesScope.ALL, 1, "14:00", SKIP)));

        assertThat(report(moved)).containsExactly("1 CHANGED", "2 REFUSED slot-taken", "3 CHANGED");
        assertThat(moved.report().get(1).alternates())
                .extracting(Slot::localStart)
                .containsExactly(
                        studio.inWeeks(2).atTime(13, 0),
                        studio.inWeeks(2).atTime(15, 0),
                        studio.inWeeks(2).plusDays(1).atTime(14, 0));
        assertThat(visit(series, 2).version()).isEqualTo(1);
        assertThat(announced(id(series, 2))).containsExactly("booked");
    }

    @Test
    void whatIsPastOrHasBegunIsNeverTouchedAndTheReportSaysSo() {
        SeriesView series = agree(studio.weekly(studio.mira, "10:00", 4, ATOMIC));
        goTo(studio.at(studio.inWeeks(2), "08:00"));
        assertThat(owner.post("/api/v1/appointments/" + id(series, 2) + "/check-in", "", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);

        SeriesView moved = changedAs(
                List.of("1 LEFT already-started", "2 LEFT already-started", "3 CHANGED", "4 CHANGED"),
                change(series, to(SeriesScope.ALL, 1, "11:00")));
        changedAs(
                List.of("1 LEFT already-started", "2 LEFT already-started", "3 CHANGED", "4 CHANGED"),
                cancel(moved, off(SeriesScope.ALL, 1)));

        assertThat(visit(series, 1).version()).isEqualTo(1);
        assertThat(visit(series, 2).status()).isEqualTo(AppointmentStatus.CHECKED_IN);
        assertThat(announced(id(series, 4))).containsExactly("booked", "rescheduled", "cancelled");
        Answer nothing = change(read(series), to(SeriesScope.THIS, 1, "11:00"));
        refused(409, "nothing-to-change", nothing);
        assertThat(nothing.body().at("/errors/0/code").asString()).isEqualTo("already-started");
    }

    @Test
    void aVisitMovedByHandGoesWithTheOthersWhereItIsNamedAndIsCalledOffWithThem() {
        SeriesView series = agree(studio.weekly(studio.mira, "10:00", 3, ATOMIC));
        moveByHand(series, 2, studio.at(studio.inWeeks(2), "16:00"));

        SeriesView moved = changedAs(
                List.of("1 CHANGED", "2 CHANGED", "3 CHANGED"),
                change(
                        series,
                        new ChangeSeries(
                                SeriesScope.ALL,
                                1,
                                List.of(2),
                                LocalTime.of(11, 0),
                                null,
                                null,
                                null,
                                ATOMIC,
                                null,
                                null)));
        assertThat(each(moved, OccurrenceView::movedByHand)).containsOnly(false);
        moveByHand(series, 2, studio.at(studio.inWeeks(2), "16:00"));
        assertThat(each(read(series), OccurrenceView::movedByHand)).containsExactly(false, true, false);

        SeriesView off = changedAs(List.of("2 CHANGED", "3 CHANGED"), cancel(moved, off(SeriesScope.FOLLOWING, 2)));
        assertThat(each(off, OccurrenceView::status))
                .containsExactly(AppointmentStatus.BOOKED, AppointmentStatus.CANCELLED, AppointmentStatus.CANCELLED);
    }

    @Test
    void whatWasRefusedIsTriedAgainWithTheOthersUntilItIsCalledOff() {
        studio.book(studio.client(), studio.mira, studio.at(studio.inWeeks(2), "10:00"));
        studio.book(studio.client(), studio.mira, studio.at(studio.inWeeks(3), "10:00"));
        SeriesView series = agree(studio.weekly(studio.mira, "10:00", 3, SKIP));

        SeriesView off = changedAs(List.of("3 CHANGED"), cancel(series, off(SeriesScope.THIS, 3)));
        assertThat(one(off, 3).refusal()).isNull();
        SeriesView later = changedAs(
                List.of("1 CHANGED", "2 CHANGED", "3 LEFT already-cancelled"),
                change(off, to(SeriesScope.ALL, 1, "11:00")));

        assertThat(each(later, SeriesApiTest::code)).containsOnlyNulls();
        assertThat(visit(later, 2).start()).isEqualTo(studio.at(studio.inWeeks(2), "11:00"));
        assertThat(visitsOf(studio.ada)).isEqualTo(2);
    }

    @Test
    void aTrialTellsWhatWouldComeOfItAndLeavesNothingBehind() {
        studio.book(studio.client(), studio.mira, studio.at(studio.inWeeks(2), "10:00"));
        BookSeries command = studio.weekly(studio.mira, "10:00", 3, SKIP);

        SeriesView trial = created(owner.post(PATH + "?dryRun=true", command));
        assertThat(each(trial, SeriesApiTest::code)).containsExactly(null, "slot-taken", null);
        assertThat(one(trial, 2).alternates()).hasSize(3);
        assertThat(visitsOf(studio.ada)).isZero();
        assertThat(seriesIn(studio)).isZero();

        SeriesView series = agree(command);
        changed(owner.post(
                PATH + "/" + series.id() + "/change?dryRun=true",
                to(SeriesScope.ALL, 1, "11:00"),
                "If-Match",
                "\"1\""));
        assertThat(read(series)).isEqualTo(series);
    }

    @Test
    void aCoupleComesTogetherEachTimeAndIsProposedTimesThatSuitBoth() {
        Studio large = studioWithRooms(1, 2);
        TherapistId noor = large.therapist();
        BookSeries alone = large.weekly(large.mira, "10:00", 3, SKIP);
        BookSeries couple = with(alone, new Seat(large.ada, large.mira), new Seat(large.client(), noor));
        large.book(large.client(), noor, large.at(large.inWeeks(2), "09:00"));

        SeriesView series = agree(new BookSeries(
                couple.participants(),
                couple.treatmentId(),
                couple.minutes(),
                couple.locationId(),
                couple.firstDate(),
                LocalTime.of(9, 0),
                couple.recurrence(),
                SKIP,
                null));

        assertThat(each(series, SeriesApiTest::code)).containsExactly(null, "slot-taken", null);
        assertThat(visit(series, 3).participants()).hasSize(2);
        assertThat(one(series, 2).alternates())
                .extracting(Slot::localStart)
                .containsExactly(
                        large.inWeeks(2).atTime(8, 0),
                        large.inWeeks(2).atTime(10, 0),
                        large.inWeeks(2).plusDays(1).atTime(9, 0));
    }

    @Test
    void ofTwoSeriesForOneTherapistAtOnceOneIsBookedWholeAndOneNotAtAll() {
        List<ClientId> clients = List.of(studio.client(), studio.client());

        List<Answer> answers = Race.of(2, i -> {
            BookSeries command = studio.weekly(clients.get(i), studio.mira, studio.inWeeks(1), "10:00", 8, ATOMIC);
            return () -> owner.post(PATH, command, "Idempotency-Key", key());
        });

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(clients).extracting(this::visitsOf).containsExactlyInAnyOrder(8, 0);
        assertThat(seriesIn(studio)).isEqualTo(1);
    }

    @Test
    void seriesThatCrossForAnybodyInAnyRoomAllGetWhatThereIs() {
        Studio large = studioWithRooms(3);
        large.therapist();
        large.therapist();
        List<ClientId> clients =
                IntStream.range(0, 9).mapToObj(i -> large.client()).toList();

        List<Answer> answers = Race.of(9, i -> {
            BookSeries command = large.weekly(clients.get(i), null, large.inWeeks(1 + i % 3), "10:00", 6, SKIP);
            return () -> owner.post(PATH, command, "Idempotency-Key", key());
        });

        assertThat(answers).as("%s", answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream()
                        .map(SeriesOverHttp::created)
                        .flatMap(series -> each(series, SeriesApiTest::code).stream())
                        .filter(Objects::nonNull))
                .containsOnly("slot-taken");
        assertThat(clients.stream().mapToInt(this::visitsOf).sum()).isEqualTo(3 * 8);
    }

    private static SeriesView changedAs(List<String> told, Answer answer) {
        SeriesChangeView view = changed(answer);
        assertThat(report(view)).isEqualTo(told);
        return view.series();
    }

    private static CancelSeries off(SeriesScope scope, int from) {
        return new CancelSeries(scope, from, "client-asked", "She moves away.");
    }

    private static ChangeSeries byDays(int days) {
        return byDays(days, ATOMIC);
    }

    private static ChangeSeries byDays(int days, SeriesMode mode) {
        return new ChangeSeries(SeriesScope.ALL, 1, null, null, days, null, null, mode, null, null);
    }

    private static @Nullable String code(OccurrenceView occurrence) {
        return occurrence.refusal() == null ? null : occurrence.refusal().code();
    }

    private static ChangeSeries to(SeriesScope scope, int from, String time) {
        return to(scope, from, time, ATOMIC);
    }

    private static ChangeSeries to(SeriesScope scope, int from, String time, SeriesMode mode) {
        return new ChangeSeries(scope, from, null, LocalTime.parse(time), null, null, null, mode, null, "client-asked");
    }

    private static BookSeries with(BookSeries good, Seat... seats) {
        return new BookSeries(
                List.of(seats),
                good.treatmentId(),
                good.minutes(),
                good.locationId(),
                good.firstDate(),
                good.localTime(),
                good.recurrence(),
                good.mode(),
                null);
    }

    private static BookSeries with(BookSeries good, LocalDate first) {
        return new BookSeries(
                good.participants(),
                good.treatmentId(),
                good.minutes(),
                good.locationId(),
                first,
                good.localTime(),
                good.recurrence(),
                good.mode(),
                null);
    }

    private static LocationId elsewhere() {
        return new LocationId(UUID.randomUUID());
    }

    private LocalDate nextDayWithoutAnHour() {
        ZoneOffsetTransition next = Studio.ZONE.getRules().nextTransition(studio.at(studio.inWeeks(2), "00:00"));
        if (!next.isGap()) {
            next = Studio.ZONE.getRules().nextTransition(next.getInstant());
        }
        return next.getDateTimeBefore().toLocalDate();
    }
}
