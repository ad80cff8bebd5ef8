package dev.unknot.booking.series;

import dev.unknot.booking.appointment.SeriesVisits;
import dev.unknot.booking.availability.Availability;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.series.BookSeries;
import dev.unknot.common.series.OccurrenceRefusal;
import dev.unknot.common.series.SeriesId;
import dev.unknot.common.series.SeriesMode;
import dev.unknot.common.series.SeriesView;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.ResourceLocks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books series, one transaction per call. */
@Component
class SeriesDesk {

    private final SeriesVisits visits;
    private final Availability availability;
    private final AllSeries all;
    private final SeriesViews views;
    private final ResourceLocks locks;
    private final Clock clock;

    SeriesDesk(
            SeriesVisits visits,
            Availability availability,
            AllSeries all,
            SeriesViews views,
            ResourceLocks locks,
            Clock clock) {
        this.visits = visits;
        this.availability = availability;
        this.all = all;
        this.views = views;
        this.locks = locks;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    SeriesView book(BookSeries command, List<LocalDate> dates, Caller caller, Steps steps) {
        Series agreed = Series.agreed(new SeriesId(Ids.next()), command, zone(command.locationId()), dates);
        boolean atomic = command.mode() == SeriesMode.ATOMIC;
        Map<Integer, AppointmentView> booked = steps.take(bookings(agreed, command, caller, steps), locks, atomic);
        steps.requireNotOneReason(dates.size());
        if (atomic) {
            steps.requireNoneRefused();
        }
        Map<Integer, OccurrenceRefusal> refused = steps.refused();
        Map<Integer, Occurrence> settled = new HashMap<>();
        for (Occurrence each : agreed.occurrences()) {
            AppointmentView visit = booked.get(each.number());
            settled.put(
                    each.number(),
                    visit == null
                            ? each.refused(Objects.requireNonNull(refused.get(each.number())))
                            : each.booked(visit.id(), each.at()));
        }
        all.insert(agreed, clock.instant());
        Series series = agreed.with(settled);
        all.update(agreed, series);
        return views.of(series, List.copyOf(booked.values()), caller);
    }

    private Map<Integer, Step> bookings(Series series, BookSeries command, Caller caller, Steps steps) {
        Map<Integer, Step> bookings = new LinkedHashMap<>();
        for (Occurrence each : series.occurrences()) {
            try {
                Instant start = each.at().in(series.zone());
                bookings.put(
                        each.number(),
                        new Booking(
                                visits,
                                series.visit(start, command.participants(), command.waive()),
                                series.id(),
                                caller));
            } catch (Rejection leftOut) {
                steps.refuse(each.number(), leftOut);
            }
        }
        return bookings;
    }

    private ZoneId zone(LocationId location) {
        return availability.zone(location).orElseThrow(() -> {
            availability.requireComplete();
            return SeriesRefusals.unknownLocation();
        });
    }
}
