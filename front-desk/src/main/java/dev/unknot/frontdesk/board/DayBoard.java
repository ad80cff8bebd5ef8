package dev.unknot.frontdesk.board;

import static java.util.stream.Collectors.toMap;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.Blocks;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.Locations;
import dev.unknot.frontdesk.clinic.Names;
import dev.unknot.platform.problem.Rejection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks the services for a location's day, in the name of who looks at it. */
@Service
public class DayBoard {

    /** Nobody's session is longer than this, so what began before midnight is found. */
    private static final Duration LONGEST = Duration.ofHours(8);

    private static final List<AppointmentStatus> ON_THE_SHEET =
            List.copyOf(EnumSet.complementOf(EnumSet.of(AppointmentStatus.CANCELLED, AppointmentStatus.EXPIRED)));

    private final DeskTokens tokens;
    private final Locations locations;
    private final Appointments appointments;
    private final Blocks blocks;
    private final ClientNames names;
    private final Names ids;
    private final Menu menu;
    private final Clock clock;

    DayBoard(
            DeskTokens tokens,
            Locations locations,
            Appointments appointments,
            Blocks blocks,
            ClientNames names,
            Names ids,
            Menu menu,
            Clock clock) {
        this.tokens = tokens;
        this.locations = locations;
        this.appointments = appointments;
        this.blocks = blocks;
        this.names = names;
        this.ids = ids;
        this.menu = menu;
        this.clock = clock;
    }

    /**
     * @param location null: the first of theirs by name
     * @param date null: today at the location
     */
    public BoardPage day(StaffAccount viewer, @Nullable LocationId location, @Nullable LocalDate date) {
        Bearer by = tokens.of(viewer);
        List<LocationView> places = ids.locationsOf(by);
        LocationView place = places.stream()
                .filter(view -> location == null || view.id().equals(location))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("not-found", "There is no such location."));
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, place.zone());
        LocalDate shown = date == null ? today : date;
        return new BoardPage(place, places, shown, today, Drawing.of(facts(by, place, shown, now)));
    }

    private DayFacts facts(Bearer by, LocationView place, LocalDate date, Instant now) {
        TimeRange day = DayGrid.day(place.zone(), date);
        List<AppointmentView> visits = visits(by, place.id(), day);
        return new DayFacts(
                place.zone(),
                date,
                locations.workday(by, place.id(), day.start(), day.end()).items(),
                visits,
                blocks.list(by, place.id(), day.start(), day.end()).items(),
                names.of(by, visits),
                menu.names(by),
                place.rooms().stream().collect(toMap(RoomView::id, RoomView::name)),
                now);
    }

    private List<AppointmentView> visits(Bearer by, LocationId place, TimeRange day) {
        List<AppointmentView> all = new ArrayList<>();
        String cursor = null;
        do {
            var page = appointments.list(
                    by, place, null, null, day.start().minus(LONGEST), day.end(), ON_THE_SHEET, null, cursor, null);
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return all.stream()
                .filter(visit -> DayFacts.during(visit).overlaps(day))
                .toList();
    }
}
