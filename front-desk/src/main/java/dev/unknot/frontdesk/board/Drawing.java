package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.TherapistStarts;
import dev.unknot.common.block.BlockView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws the {@link Sheet} of a day. */
final class Drawing {

    private final DayFacts facts;
    private final DayGrid grid;
    private final WallTime clock;

    private Drawing(DayFacts facts) {
        this.facts = facts;
        this.grid = DayGrid.around(facts.zone(), facts.date(), facts.happening());
        this.clock = new WallTime(facts.zone());
    }

    static Sheet of(DayFacts facts) {
        Drawing drawing = new Drawing(facts);
        return new Sheet(drawing.grid, drawing.columns(), drawing.rooms(), drawing.now());
    }

    private List<Column> columns() {
        return facts.therapists().stream().map(this::column).toList();
    }

    private Column column(WorkdayView workday) {
        List<AppointmentView> theirs = facts.standing().stream()
                .filter(appointment -> grid.shows(DayFacts.during(appointment)))
                .filter(appointment -> appointment.participants().stream()
                        .anyMatch(participant -> participant.therapistId().equals(workday.therapistId())))
                .sorted(Comparator.comparing(AppointmentView::start))
                .toList();
        List<BlockView> blocked = facts.blocks().stream()
                .filter(block -> workday.therapistId().equals(block.therapistId()))
                .filter(block -> grid.shows(Blocked.during(block)))
                .toList();
        return new Column(
                workday.therapistId(),
                workday.name(),
                Band.of(workday, grid),
                blocks(workday, theirs),
                blocked.stream().map(block -> Blocked.of(block, grid)).toList(),
                free(workday, taken(theirs, blocked)));
    }

    private static List<TimeRange> taken(List<AppointmentView> appointments, List<BlockView> blocked) {
        return Stream.concat(
                        appointments.stream().map(DayFacts::during),
                        blocked.stream().map(Blocked::during))
                .toList();
    }

    private List<BlockedRoom> rooms() {
        return facts.blocks().stream()
                .filter(block -> block.roomId() != null)
                .filter(block -> grid.shows(Blocked.during(block)))
                .map(block ->
                        new BlockedRoom(facts.rooms().getOrDefault(block.roomId(), "A room"), Blocked.of(block, grid)))
                .toList();
    }

    private List<Block> blocks(WorkdayView workday, List<AppointmentView> appointments) {
        Map<AppointmentView, Lane> lanes = Lane.of(appointments, DayFacts::during);
        return appointments.stream()
                .map(appointment -> block(workday, appointment, lanes.getOrDefault(appointment, new Lane(1, 1))))
                .toList();
    }

    private Block block(WorkdayView workday, AppointmentView appointment, Lane lane) {
        TimeRange during = DayFacts.during(appointment);
        Displacement displaced = appointment.displaced();
        return new Block(
                appointment,
                workday.therapistId(),
                grid.place(during),
                lane,
                Standing.of(appointment.status()),
                client(workday.therapistId(), appointment),
                facts.treatments().getOrDefault(appointment.treatmentId(), "Treatment"),
                clock.span(during),
                displaced == null ? null : Uncovered.words(displaced),
                facts.unreached().contains(appointment.id()),
                held(appointment));
    }

    private @Nullable HeldTime held(AppointmentView appointment) {
        return HeldTime.of(appointment, facts.looking().ownHolds().contains(appointment.id()), facts.now());
    }

    private @Nullable String client(TherapistId therapist, AppointmentView appointment) {
        return appointment.participants().stream()
                .filter(participant -> participant.therapistId().equals(therapist))
                .map(Participant::clientId)
                .filter(Objects::nonNull)
                .map(facts.clients()::get)
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + ", " + other)
                .orElse(null);
    }

    private List<FreeCell> free(WorkdayView workday, List<TimeRange> taken) {
        List<TimeRange> free = FreeTime.without(FreeTime.without(workday.working(), workday.off()), taken);
        TherapistStarts starts = facts.looking().startsOf(workday.therapistId());
        return FreeTime.pieces(free, facts.zone(), facts.now()).stream()
                .filter(grid::shows)
                .map(piece -> FreeCell.of(piece, grid, starts))
                .toList();
    }

    private @Nullable NowLine now() {
        return grid.shown().contains(facts.now())
                ? new NowLine(
                        grid.place(TimeRange.of(Grid.instant(Grid.cell(facts.now())), Grid.CELL)),
                        clock.time(facts.now()))
                : null;
    }
}
