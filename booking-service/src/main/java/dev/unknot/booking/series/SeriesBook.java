package dev.unknot.booking.series;

import dev.unknot.booking.Staff;
import dev.unknot.booking.appointment.SeriesVisits;
import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.series.BookSeries;
import dev.unknot.common.series.CancelSeries;
import dev.unknot.common.series.ChangeSeries;
import dev.unknot.common.series.SeriesChangeView;
import dev.unknot.common.series.SeriesId;
import dev.unknot.common.series.SeriesView;
import dev.unknot.common.time.Grid;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door of the series. */
@Service
public class SeriesBook {

    private final SeriesDesk desk;
    private final SeriesChanges changes;
    private final AllSeries all;
    private final SeriesVisits visits;
    private final SeriesViews views;
    private final Attempts attempts;

    SeriesBook(
            SeriesDesk desk,
            SeriesChanges changes,
            AllSeries all,
            SeriesVisits visits,
            SeriesViews views,
            Attempts attempts) {
        this.desk = desk;
        this.changes = changes;
        this.all = all;
        this.visits = visits;
        this.views = views;
        this.attempts = attempts;
    }

    /**
     * A booking to be run by {@link Attempts}: each time it is asked it tries once, in the transaction it finds, knowing what
     * went wrong before.
     */
    public Supplier<SeriesView> booking(BookSeries command, Caller caller) {
        Staff.requireDesk(caller);
        caller.locations().require(command.locationId());
        requireOnGrid(command.localTime());
        List<LocalDate> dates = OccurrenceDates.of(command.recurrence(), command.firstDate());
        Steps steps = new Steps();
        return () -> desk.book(command, dates, caller, steps);
    }

    /** A therapist sees the series that have a visit of theirs, and of those visits their own. */
    @Transactional(readOnly = true)
    public SeriesView view(SeriesId id, Caller caller) {
        Staff.requireDeskOrTherapist(caller);
        List<AppointmentView> seen = visits.of(id, caller);
        if (caller.is(Role.THERAPIST) && seen.isEmpty()) {
            throw SeriesRefusals.notFound();
        }
        LocationScope scope = caller.is(Role.THERAPIST) ? LocationScope.everywhere() : caller.locations();
        return views.of(all.find(id, scope).orElseThrow(SeriesRefusals::notFound), seen, caller);
    }

    public SeriesChangeView change(SeriesId id, ExpectedVersion expected, ChangeSeries command, Caller caller) {
        Staff.requireDesk(caller);
        requireOnGrid(command.localTime());
        Steps steps = new Steps();
        return attempts.run(() -> changes.change(lock(id, expected, caller), command, caller, steps));
    }

    public SeriesChangeView cancel(SeriesId id, ExpectedVersion expected, CancelSeries command, Caller caller) {
        Staff.requireDesk(caller);
        Steps steps = new Steps();
        return attempts.run(() -> changes.cancel(lock(id, expected, caller), command, caller, steps));
    }

    private static void requireOnGrid(@Nullable LocalTime time) {
        if (time != null && !Grid.fits(time)) {
            throw SeriesRefusals.offGrid();
        }
    }

    private Series lock(SeriesId id, ExpectedVersion expected, Caller caller) {
        Series series = all.lock(id, caller.locations()).orElseThrow(SeriesRefusals::notFound);
        expected.require(series.version());
        return series;
    }
}
