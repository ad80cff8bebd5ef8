package dev.unknot.frontdesk.board;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.message.UnreachedView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Asked;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.Blocks;
import dev.unknot.frontdesk.clinic.Locations;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.UnreachedClients;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks the services what is known of a location's day: all at once, but for who the clients of its visits are. */
@Component
class DayBook {

    /** Nobody's session is longer than this, so what began before midnight is found. */
    private static final Duration LONGEST = Duration.ofHours(8);

    /** As many as notification-service tells at once. */
    private static final int MOST_UNREACHED = 200;

    private static final List<AppointmentStatus> OF_INTEREST =
            List.copyOf(EnumSet.complementOf(EnumSet.of(AppointmentStatus.EXPIRED)));

    private final Locations locations;
    private final Appointments appointments;
    private final Blocks blocks;
    private final ClientNames names;
    private final Menu menu;
    private final UnreachedClients unreached;

    DayBook(
            Locations locations,
            Appointments appointments,
            Blocks blocks,
            ClientNames names,
            Menu menu,
            UnreachedClients unreached) {
        this.locations = locations;
        this.appointments = appointments;
        this.blocks = blocks;
        this.names = names;
        this.menu = menu;
        this.unreached = unreached;
    }

    DayFacts facts(Bearer by, LocationView place, LocalDate date, Instant now) {
        TimeRange day = DayGrid.day(place.zone(), date);
        var workdays = Asked.now(
                () -> locations.workday(by, place.id(), day.start(), day.end()).items());
        var blocked = Asked.now(
                () -> blocks.list(by, place.id(), day.start(), day.end()).items());
        var treatments = Asked.now(() -> menu.names(by));
        var notReached = Asked.now(() -> unreached(by, place.id()));
        List<AppointmentView> visits = visits(by, place.id(), day);
        Map<ClientId, String> clients = names.of(by, visits);
        return new DayFacts(
                place.zone(),
                date,
                workdays.answer(),
                visits,
                blocked.answer(),
                clients,
                treatments.answer(),
                place.rooms().stream().collect(toMap(RoomView::id, RoomView::name)),
                notReached.answer(),
                Looking.at(now));
    }

    /** Of the whole location: they are few, and one question is enough for a day. Nobody, when nobody can say. */
    private Set<AppointmentId> unreached(Bearer by, LocationId place) {
        try {
            return unreached.list(by, place, null, true, null, MOST_UNREACHED).items().stream()
                    .map(UnreachedView::appointmentId)
                    .collect(toSet());
        } catch (Refused away) {
            return Set.of();
        }
    }

    private List<AppointmentView> visits(Bearer by, LocationId place, TimeRange day) {
        List<AppointmentView> all = new ArrayList<>();
        String cursor = null;
        do {
            var page = appointments.list(
                    by, place, null, null, day.start().minus(LONGEST), day.end(), OF_INTEREST, null, cursor, null);
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return all.stream()
                .filter(visit -> DayFacts.during(visit).overlaps(day))
                .toList();
    }
}
