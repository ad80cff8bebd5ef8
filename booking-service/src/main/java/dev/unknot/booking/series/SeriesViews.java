package dev.unknot.booking.series;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.series.OccurrenceView;
import dev.unknot.common.series.SeriesView;
import dev.unknot.platform.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A series as callers see it. */
@Component
class SeriesViews {

    private final Alternates alternates;

    SeriesViews(Alternates alternates) {
        this.alternates = alternates;
    }

    /** @param visits those of its visits that the caller may see */
    SeriesView of(Series series, List<AppointmentView> visits, Caller caller) {
        Map<AppointmentId, AppointmentView> seen =
                visits.stream().collect(Collectors.toMap(AppointmentView::id, Function.identity()));
        return new SeriesView(
                series.id(),
                series.version(),
                series.participants(),
                series.treatment(),
                series.minutes(),
                series.location(),
                series.zone(),
                series.firstDate(),
                series.localTime(),
                series.recurrence(),
                series.occurrences().stream()
                        .map(each -> occurrence(series, each, seen.get(each.appointment()), caller))
                        .toList());
    }

    private OccurrenceView occurrence(
            Series series, Occurrence occurrence, @Nullable AppointmentView visit, Caller caller) {
        return new OccurrenceView(
                occurrence.number(),
                occurrence.at().date(),
                visit == null ? occurrence.at().dateTime() : visit.localStart(),
                visit == null ? null : visit.start(),
                occurrence.appointment(),
                visit == null ? null : visit.status(),
                visit != null && !occurrence.at().isThatOf(visit),
                occurrence.refusal(),
                occurrence.refusal() == null || caller.is(Role.THERAPIST)
                        ? List.<Slot>of()
                        : alternates.near(series, occurrence.at(), null, caller));
    }
}
