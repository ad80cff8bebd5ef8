package dev.unknot.booking.series;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.series.ChangeSeries;
import dev.unknot.common.series.OccurrenceRefusal;
import dev.unknot.common.series.SeriesScope;
import dev.unknot.common.therapist.TherapistId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a call on a series reaches: which occurrences it is about, and which of them it may touch. What has begun or is
 * past it never touches.
 *
 * @param visits those of its visits that the caller may see
 */
record Reach(Series series, Map<AppointmentId, AppointmentView> visits, Instant now) {

    static Reach of(Series series, List<AppointmentView> visits, Instant now) {
        return new Reach(
                series, visits.stream().collect(Collectors.toMap(AppointmentView::id, Function.identity())), now);
    }

    /** By number. A visit moved by hand is left alone unless it is named. */
    List<Intent> changed(ChangeSeries command) {
        if (command.shiftDays() != null && command.weekday() != null) {
            throw SeriesRefusals.movedTwice();
        }
        Set<Integer> named = named(command);
        return meant(command.scope(), command.from()).stream()
                .map(each -> intent(each, command, named))
                .toList();
    }

    /** By number. A visit moved by hand is one of the series still. */
    List<Intent> calledOff(SeriesScope scope, int from) {
        return meant(scope, from).stream().map(this::calledOff).toList();
    }

    private Intent intent(Occurrence occurrence, ChangeSeries command, Set<Integer> named) {
        AppointmentView visit = visits.get(occurrence.appointment());
        OccurrenceRefusal untouchable = untouchable(occurrence, visit);
        if (untouchable != null) {
            return new Intent.Leave(occurrence, untouchable);
        }
        boolean byName = named.contains(occurrence.number());
        if (visit == null) {
            return byName
                            || occurrence
                                    .at()
                                    .dateTime()
                                    .isAfter(now.atZone(series.zone()).toLocalDateTime())
                    ? new Intent.Book(occurrence, moved(occurrence.at(), command))
                    : leave(occurrence, "already-over", "The time of this visit has passed.");
        }
        if (!byName && !occurrence.at().isThatOf(visit)) {
            return leave(occurrence, "moved-by-hand", "This visit was moved on its own.");
        }
        WallTime to = keepsTimes(command) ? WallTime.of(visit) : moved(occurrence.at(), command);
        return to.isThatOf(visit) && isWith(visit, command.therapists()) && visit.displaced() == null
                ? leave(occurrence, "no-change", "This visit is already like that.")
                : new Intent.Change(occurrence, visit, to);
    }

    private static boolean isWith(AppointmentView visit, @Nullable List<TherapistId> therapists) {
        return therapists == null
                || therapists.equals(visit.participants().stream()
                        .map(Participant::therapistId)
                        .toList());
    }

    private Intent calledOff(Occurrence occurrence) {
        AppointmentView visit = visits.get(occurrence.appointment());
        OccurrenceRefusal untouchable = untouchable(occurrence, visit);
        if (untouchable != null) {
            return new Intent.Leave(occurrence, untouchable);
        }
        return visit == null
                ? new Intent.Book(occurrence, occurrence.at())
                : new Intent.Change(occurrence, visit, occurrence.at());
    }

    private @Nullable OccurrenceRefusal untouchable(Occurrence occurrence, @Nullable AppointmentView visit) {
        if (visit == null && occurrence.appointment() != null) {
            return new OccurrenceRefusal("not-found", "This visit is at a location that is not yours.");
        }
        if (occurrence.isCalledOff() || visit != null && visit.status() == AppointmentStatus.CANCELLED) {
            return new OccurrenceRefusal("already-cancelled", "This visit has been called off before.");
        }
        if (visit != null && (!ahead(visit.status()) || !visit.start().isAfter(now))) {
            return new OccurrenceRefusal("already-started", "This visit has already begun.");
        }
        return null;
    }

    private static boolean ahead(AppointmentStatus status) {
        return status == AppointmentStatus.BOOKED || status == AppointmentStatus.CONFIRMED;
    }

    private List<Occurrence> meant(SeriesScope scope, int from) {
        if (scope != SeriesScope.ALL) {
            requireKnown(from, "from");
        }
        return series.occurrences().stream()
                .filter(each -> switch (scope) {
                    case THIS -> each.number() == from;
                    case FOLLOWING -> each.number() >= from;
                    case ALL -> true;
                })
                .toList();
    }

    private Set<Integer> named(ChangeSeries command) {
        if (command.scope() == SeriesScope.THIS) {
            return Set.of(command.from());
        }
        List<Integer> include = command.include() == null ? List.of() : command.include();
        for (int i = 0; i < include.size(); i++) {
            requireKnown(include.get(i), "include[" + i + "]");
        }
        return Set.copyOf(include);
    }

    private void requireKnown(int number, String field) {
        if (number < 1 || number > series.occurrences().size()) {
            throw SeriesRefusals.unknownOccurrence(field);
        }
    }

    /** Whether it is not about when they are. */
    static boolean keepsTimes(ChangeSeries command) {
        return command.localTime() == null && command.shiftDays() == null && command.weekday() == null;
    }

    private static WallTime moved(WallTime at, ChangeSeries command) {
        LocalTime time = command.localTime();
        Integer days = command.shiftDays();
        DayOfWeek weekday = command.weekday();
        LocalDate date = days != null ? at.date().plusDays(days) : at.date();
        return new WallTime(weekday == null ? date : onItsWeek(date, weekday), time == null ? at.time() : time);
    }

    private static LocalDate onItsWeek(LocalDate date, DayOfWeek weekday) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .with(TemporalAdjusters.nextOrSame(weekday));
    }

    private static Intent leave(Occurrence occurrence, String code, String sentence) {
        return new Intent.Leave(occurrence, new OccurrenceRefusal(code, sentence));
    }
}
