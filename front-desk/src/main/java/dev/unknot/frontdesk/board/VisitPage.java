package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit with everything the desk may want to know of it, and what it may do.
 *
 * @param clients who comes, and who treats each of them
 * @param therapists who could take it over
 * @param move what was tried; null: nothing
 * @param refusal why the last attempt failed; null: there was none
 * @param now when it was looked at
 */
public record VisitPage(
        AppointmentView appointment,
        LocationView place,
        List<Treated> clients,
        String treatment,
        String room,
        List<WorkdayView> therapists,
        List<Step> steps,
        Happened happened,
        @Nullable MoveForm move,
        @Nullable Refusal refusal,
        Instant now) {

    /** Who comes, in words. */
    public List<String> who() {
        return Treated.names(clients);
    }

    /** The names of its therapists. */
    public List<String> given() {
        return Treated.therapists(clients);
    }

    /** The same, in the middle of a line. */
    public String with() {
        return Isolated.all(given());
    }

    public boolean several() {
        return clients.size() > 1;
    }

    /** Whom a move brings along unless somebody else is chosen. */
    public TherapistId present() {
        return appointment.participants().getFirst().therapistId();
    }

    /** Where it is, for a form by which it is moved. */
    public MoveForm.Shown stands() {
        return MoveForm.Shown.of(appointment);
    }

    public WallTime clock() {
        return new WallTime(place.zone());
    }

    public String day() {
        return clock().day(appointment.localStart().toLocalDate());
    }

    public String time() {
        return clock().span(new TimeRange(appointment.start(), appointment.end()));
    }

    public String price() {
        return Price.words(appointment.price());
    }

    public Standing standing() {
        return Standing.of(appointment.status());
    }

    /** Whether it may still be moved or called off. */
    public boolean open() {
        return standing().open();
    }

    /** Whether it may still consist of something else. */
    public boolean amendable() {
        return (open() || standing() == Standing.CHECKED_IN) && now.isBefore(appointment.end());
    }

    /** Whether it may end otherwise than agreed on. */
    public boolean underWay() {
        return standing() == Standing.CHECKED_IN || standing() == Standing.IN_SESSION;
    }

    /** On the wall clock: when it was to end, or where that has passed, in a moment. */
    public LocalTime endsAt() {
        Instant end = now.isAfter(appointment.end()) ? Grid.instant(Grid.cell(now) + 1) : appointment.end();
        return end.atZone(place.zone()).toLocalTime();
    }

    /** What is out of the ordinary, in words. */
    public List<String> marks() {
        List<String> marks = new ArrayList<>();
        if (appointment.overbooked()) {
            marks.add("Overbooked");
        }
        if (appointment.cancellation() != null && appointment.cancellation().late()) {
            marks.add("Cancelled late");
        }
        if (appointment.seriesId() != null) {
            marks.add("One of a series");
        }
        appointment.addOns().forEach(addOn -> marks.add("With " + addOn.name()));
        return marks;
    }

    public @Nullable String displaced() {
        return appointment.displaced() == null ? null : Uncovered.words(appointment.displaced());
    }

    /** What the last attempt to move must set aside to succeed. */
    public List<String> waive() {
        return move == null || refusal == null || !refusal.waivable() ? List.of() : Waived.next(move.waive(), refusal);
    }
}
