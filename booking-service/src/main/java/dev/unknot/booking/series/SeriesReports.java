package dev.unknot.booking.series;

import dev.unknot.booking.appointment.SeriesVisits;
import dev.unknot.common.series.OccurrenceRefusal;
import dev.unknot.common.series.OccurrenceReport;
import dev.unknot.common.series.OccurrenceReport.Outcome;
import dev.unknot.common.series.SeriesChangeView;
import dev.unknot.platform.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What a call did to each occurrence it was about. */
@Component
class SeriesReports {

    private final SeriesVisits visits;
    private final SeriesViews views;
    private final Alternates alternates;

    SeriesReports(SeriesVisits visits, SeriesViews views, Alternates alternates) {
        this.visits = visits;
        this.views = views;
        this.alternates = alternates;
    }

    /**
     * @param after as it is now
     * @param changed numbers of the occurrences that are not as before
     * @throws dev.unknot.platform.problem.Rejection when there was none to be changed
     */
    SeriesChangeView of(Series after, List<Intent> intents, Set<Integer> changed, Caller caller, Steps steps) {
        Map<Integer, OccurrenceRefusal> refused = steps.refused();
        if (changed.isEmpty() && refused.isEmpty()) {
            throw SeriesRefusals.nothingToChange(left(intents));
        }
        return new SeriesChangeView(
                views.of(after, visits.of(after.id(), caller), caller),
                intents.stream()
                        .map(intent -> report(after, intent, changed, refused, caller))
                        .toList());
    }

    private OccurrenceReport report(
            Series series,
            Intent intent,
            Set<Integer> changed,
            Map<Integer, OccurrenceRefusal> refused,
            Caller caller) {
        int number = intent.occurrence().number();
        if (changed.contains(number)) {
            return new OccurrenceReport(number, Outcome.CHANGED, null, List.of());
        }
        return switch (intent) {
            case Intent.Leave leave -> new OccurrenceReport(number, Outcome.LEFT, leave.why(), List.of());
            case Intent.Change change ->
                new OccurrenceReport(
                        number,
                        Outcome.REFUSED,
                        Objects.requireNonNull(refused.get(number)),
                        alternates.near(series, change.to(), change.visit().id(), caller));
            case Intent.Book book ->
                new OccurrenceReport(
                        number,
                        Outcome.REFUSED,
                        Objects.requireNonNull(refused.get(number)),
                        alternates.near(series, book.to(), null, caller));
        };
    }

    private static SortedMap<Integer, OccurrenceRefusal> left(List<Intent> intents) {
        SortedMap<Integer, OccurrenceRefusal> left = new TreeMap<>();
        for (Intent intent : intents) {
            if (intent instanceof Intent.Leave leave) {
                left.put(leave.occurrence().number(), leave.why());
            }
        }
        return left;
    }
}
