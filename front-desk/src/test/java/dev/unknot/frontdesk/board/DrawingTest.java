package dev.unknot.frontdesk.board;

import static dev.unknot.common.appointment.AppointmentStatus.BOOKED;
import static dev.unknot.common.appointment.AppointmentStatus.CANCELLED;
import static dev.unknot.frontdesk.board.Days.JONAS;
import static dev.unknot.frontdesk.board.Days.MIRA;
import static dev.unknot.frontdesk.board.Days.at;
import static dev.unknot.frontdesk.board.Days.displaced;
import static dev.unknot.frontdesk.board.Days.heldUntil;
import static dev.unknot.frontdesk.board.Days.range;
import static dev.unknot.frontdesk.board.Days.sheet;
import static dev.unknot.frontdesk.board.Days.visit;
import static dev.unknot.frontdesk.board.Days.works;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.frontdesk.Kreuzberg;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static final List<WorkdayView> MIRA_AT_WORK =
            List.of(works(MIRA, "Mira Albrecht", range("09:00", "12:00"), range("13:00", "17:00")));

    @Test
    void therapistsAreColumnsAndTheirVisitsBlocks() {
        Sheet sheet = sheet(
                at("07:00"),
                List.of(works(JONAS, "Jonas Okafor", range("12:00", "20:00")), MIRA_AT_WORK.getFirst()),
                visit(MIRA, "10:00", "11:00", BOOKED));

        assertThat(sheet.columns()).extracting(Column::name).containsExactly("Jonas Okafor", "Mira Albrecht");
        Block block = sheet.columns().getLast().blocks().getFirst();
        assertThat(block.place()).isEqualTo(new Place(13, 12));
        assertThat(block.label()).isEqualTo("10:00–11:00, \u2068Anke Vogel\u2069, Swedish massage, Booked");
    }

    @Test
    void aVisitOfSeveralStandsInTheColumnOfEachOfTheirTherapists() {
        Sheet sheet = sheet(
                at("07:00"),
                List.of(works(JONAS, "Jonas Okafor", range("09:00", "17:00")), MIRA_AT_WORK.getFirst()),
                Kreuzberg.of(
                        visit(MIRA, "10:00", "11:00", BOOKED),
                        new Participant(Days.ANKE, MIRA),
                        new Participant(Days.BERND, JONAS),
                        new Participant(Days.CLARA, JONAS)));

        assertThat(sheet.columns())
                .extracting(Column::name, column -> column.blocks().getFirst().label())
                .containsExactly(
                        tuple(
                                "Jonas Okafor",
                                "10:00–11:00, \u2068Bernd Vogel, Clara Vogel\u2069, Swedish massage, Booked"),
                        tuple("Mira Albrecht", "10:00–11:00, \u2068Anke Vogel\u2069, Swedish massage, Booked"));
    }

    @Test
    void aVisitOfSeveralMovesAsAWhole() {
        AppointmentView couple = Kreuzberg.of(
                visit(MIRA, "10:00", "11:00", BOOKED),
                new Participant(Days.ANKE, MIRA),
                new Participant(Days.BERND, JONAS));
        MoveForm form = new MoveForm(1, JONAS.value(), at("12:00"), null, null, null, null, null);

        assertThat(form.command(couple).therapists()).containsExactly(MIRA, JONAS);
        assertThat(form.command(couple).therapistId()).isNull();
        assertThat(form.command(visit(MIRA, "10:00", "11:00", BOOKED)).therapistId())
                .isEqualTo(JONAS);
    }

    @Test
    void eachTherapistKeepsTheirPlaceFromDayToDayWhoeverWorks() {
        List<WorkdayView> monday =
                List.of(works(MIRA, "Mira Albrecht", range("09:00", "17:00")), works(JONAS, "Änne Okafor"));
        List<WorkdayView> tuesday =
                List.of(works(JONAS, "Änne Okafor", range("09:00", "17:00")), works(MIRA, "Mira Albrecht"));

        assertThat(sheet(at("07:00"), monday).columns())
                .extracting(Column::name, Column::idle)
                .containsExactly(tuple("Änne Okafor", true), tuple("Mira Albrecht", false));
        assertThat(sheet(at("07:00"), tuesday).columns())
                .extracting(Column::name)
                .containsExactly("Änne Okafor", "Mira Albrecht");
    }

    @Test
    void aColumnIsReadInTheOrderOfTime() {
        Column column = sheet(
                        at("07:00"),
                        MIRA_AT_WORK,
                        visit(MIRA, "12:00", "13:00", BOOKED),
                        visit(MIRA, "10:00", "11:00", BOOKED))
                .columns()
                .getFirst();

        assertThat(column.inOrder())
                .extracting(item -> item.place().row())
                .isSorted()
                .hasSizeGreaterThan(10);
        assertThat(column.inOrder()).filteredOn(item -> item.block() != null).hasSize(2);
    }

    @Test
    void breaksLieBetweenStretchesOfWork() {
        assertThat(mirasBands(MIRA_AT_WORK.getFirst()))
                .extracting(Band::label)
                .containsExactly("At work, 09:00–12:00", "At work, 13:00–17:00", "Break, 12:00–13:00");
    }

    @Test
    void aTimeOffIsNoBreak() {
        WorkdayView halfDay = new WorkdayView(
                MIRA,
                "Mira",
                List.of(range("09:00", "12:00"), range("14:00", "17:00")),
                List.of(range("12:30", "14:00")));

        assertThat(mirasBands(halfDay))
                .extracting(Band::kind, Band::place)
                .contains(tuple(Band.Kind.BREAK, new Place(37, 6)), tuple(Band.Kind.OFF, new Place(43, 18)));
    }

    @Test
    void freeTimeIsOfferedInQuartersAroundTheVisits() {
        Sheet sheet = sheet(at("07:00"), MIRA_AT_WORK, visit(MIRA, "09:20", "11:40", BOOKED));

        assertThat(sheet.columns().getFirst().free())
                .extracting(FreeCell::time)
                .startsWith("09:00", "09:15", "11:40", "11:45", "13:00", "13:15")
                .endsWith("16:45");
    }

    @Test
    void whatHasPassedIsNotOffered() {
        Sheet sheet = sheet(at("16:32"), MIRA_AT_WORK);

        assertThat(sheet.columns().getFirst().free()).extracting(FreeCell::time).containsExactly("16:35", "16:45");
    }

    @Test
    void cancelledVisitsAndEndedHoldsLeaveTheSheet() {
        Sheet sheet = sheet(
                at("08:00"),
                MIRA_AT_WORK,
                visit(MIRA, "09:00", "10:00", CANCELLED),
                heldUntil(at("08:00"), MIRA, "10:00", "11:00"),
                heldUntil(at("08:05"), MIRA, "11:00", "12:00"));

        assertThat(sheet.columns().getFirst().blocks())
                .extracting(Block::label)
                .containsExactly("11:00–12:00, nobody named, Swedish massage, Being booked until 08:05");
    }

    @Test
    void aVisitThatIsNotCoveredSaysWhy() {
        Sheet sheet =
                sheet(at("08:00"), MIRA_AT_WORK, displaced(Displacement.THERAPIST_NOT_WORKING, MIRA, "16:30", "17:30"));

        assertThat(sheet.columns().getFirst().blocks().getFirst().label())
                .endsWith("Booked, not covered: the therapist does not work then");
    }

    @Test
    void whatIsTooShortForALineOfTextShowsNone() {
        Sheet sheet = sheet(
                at("08:00"),
                MIRA_AT_WORK,
                visit(MIRA, "09:00", "09:05", BOOKED),
                visit(MIRA, "09:10", "09:20", BOOKED),
                visit(MIRA, "09:30", "09:45", BOOKED),
                visit(MIRA, "10:00", "10:30", BOOKED),
                visit(MIRA, "11:00", "12:00", BOOKED));

        assertThat(sheet.columns().getFirst().blocks())
                .extracting(Block::size)
                .containsExactly("small tiny sliver", "small tiny sliver", "small tiny", "small", "");
    }

    @Test
    void visitsOfWhoIsNotEmployedAnyMoreKeepAColumn() {
        Sheet sheet = sheet(at("08:00"), MIRA_AT_WORK, visit(JONAS, "18:00", "19:00", BOOKED));

        assertThat(sheet.columns()).extracting(Column::name).containsExactly("Mira Albrecht", "Not employed here");
        assertThat(sheet.grid().hours()).extracting(HourMark::label).endsWith("18:00");
    }

    @Test
    void theNowLineIsOnTodaysSheetOnly() {
        assertThat(sheet(at("10:32"), MIRA_AT_WORK).now()).isEqualTo(new NowLine(new Place(19, 1), "10:32"));
        assertThat(sheet(at("10:32").minusSeconds(86_400), MIRA_AT_WORK).now()).isNull();
    }

    private static List<Band> mirasBands(WorkdayView workday) {
        return sheet(at("07:00"), List.of(workday)).columns().getFirst().bands();
    }
}
