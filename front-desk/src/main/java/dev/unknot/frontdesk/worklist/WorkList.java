package dev.unknot.frontdesk.worklist;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.UnreachedView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.Treated;
import dev.unknot.frontdesk.board.WallTime;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.IfMatch;
import dev.unknot.frontdesk.clinic.Names;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.UnreachedClients;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The visits ahead that are no longer covered, at the locations somebody works for, and the way out of it. */
@Service
public class WorkList {

    private static final int PER_PAGE = 50;
    private static final String CAUSE = "not-covered";

    private final Appointments appointments;
    private final UnreachedClients unreached;
    private final AlternativeSearch search;
    private final Names names;
    private final DeskTokens tokens;
    private final Clock clock;

    WorkList(
            Appointments appointments,
            UnreachedClients unreached,
            AlternativeSearch search,
            Names names,
            DeskTokens tokens,
            Clock clock) {
        this.unreached = unreached;
        this.appointments = appointments;
        this.search = search;
        this.names = names;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @param location null: all of the caller's */
    public WorkPage find(StaffAccount account, @Nullable LocationId location, @Nullable String cursor) {
        Bearer by = tokens.of(account);
        var page = displaced(by, location, cursor);
        return new WorkPage(items(by, page.items()), names.locationsOf(by), location, page.nextCursor());
    }

    /** How many wait, as a badge shows it; empty: none, or nobody can say right now. */
    public String waiting(StaffAccount account) {
        try {
            Bearer by = tokens.of(account);
            var page = displaced(by, null, null);
            var calls = toCall(by);
            int count = page.items().size() + calls.items().size();
            boolean all = page.nextCursor() == null && calls.nextCursor() == null;
            return count == 0 ? "" : count + (all ? "" : "+");
        } catch (Refused away) {
            // The page it stands on is about something else.
            return "";
        }
    }

    public WorkItem item(StaffAccount account, AppointmentId id) {
        Bearer by = tokens.of(account);
        return items(by, List.of(appointments.find(by, id))).getFirst();
    }

    /** Whether somebody has changed it since that version of it. */
    public boolean isChanged(StaffAccount account, AppointmentId id, long version) {
        return appointments.find(tokens.of(account), id).version() != version;
    }

    /** As it was just answered. */
    public WorkItem item(StaffAccount account, AppointmentView visit) {
        return items(tokens.of(account), List.of(visit)).getFirst();
    }

    /** Best first. */
    public List<Alternative> alternatives(StaffAccount account, AppointmentView visit) {
        List<Slot> found = search.find(tokens.of(account), visit, clock.instant());
        var therapists = names.therapists(found.stream().map(Slot::therapistId).toList());
        var places = names.locations(found.stream().map(Slot::locationId).toList());
        List<Alternative> all = new ArrayList<>();
        for (Slot slot : found) {
            all.add(new Alternative(
                    slot,
                    new WallTime(slot.zone()).moment(slot.start()),
                    therapists.getOrDefault(slot.therapistId(), ""),
                    Objects.requireNonNull(places.get(slot.locationId())).name(),
                    note(slot, visit)));
        }
        return all;
    }

    /**
     * @param version that the desk saw
     * @param therapist of a visit with several, whoever of them has time
     */
    public AppointmentView move(
            StaffAccount account,
            AppointmentId id,
            long version,
            Instant start,
            TherapistId therapist,
            LocationId location) {
        Bearer by = tokens.of(account);
        boolean several = appointments.find(by, id).therapists().size() > 1;
        return appointments.reschedule(
                by,
                id,
                new IfMatch(version),
                new RescheduleAppointment(start, several ? null : therapist, location, null, null, CAUSE));
    }

    private ItemList<UnreachedView> toCall(Bearer by) {
        try {
            return unreached.calls(by, null, true, true, null);
        } catch (Refused away) {
            return ItemList.all(List.of());
        }
    }

    private ItemList<AppointmentView> displaced(Bearer by, @Nullable LocationId location, @Nullable String cursor) {
        return appointments.list(by, location, null, null, clock.instant(), null, null, true, cursor, PER_PAGE);
    }

    private List<WorkItem> items(Bearer by, List<AppointmentView> visits) {
        var clients = names.clientsOf(by, visits);
        var treatments = names.treatments(
                visits.stream().map(AppointmentView::treatmentId).toList());
        var therapists = names.therapists(
                visits.stream().flatMap(visit -> visit.therapists().stream()).toList());
        var places =
                names.locations(visits.stream().map(AppointmentView::locationId).toList());
        return visits.stream()
                .map(visit -> new WorkItem(
                        visit,
                        Treated.of(
                                visit,
                                clients,
                                unknown -> "Somebody",
                                therapist -> therapists.getOrDefault(therapist, "")),
                        new WallTime(visit.zone()).moment(visit.start()),
                        treatments.getOrDefault(visit.treatmentId(), ""),
                        Objects.requireNonNull(places.get(visit.locationId())).name(),
                        why(visit)))
                .toList();
    }

    private static String why(AppointmentView visit) {
        if (visit.status() == AppointmentStatus.CANCELLED) {
            return "It is cancelled.";
        }
        return switch (visit.displaced()) {
            case null -> "It is covered again.";
            case THERAPIST_NOT_WORKING -> "The therapist does not work then.";
            case THERAPIST_LEFT -> "The therapist has left, or is not licensed for that day.";
            case LOCATION_CLOSED -> "The location is closed then.";
            case ROOM_OUT -> "The room cannot be used then.";
        };
    }

    private static String note(Slot slot, AppointmentView visit) {
        boolean sameTime = slot.start().equals(visit.start());
        boolean known = Alternatives.knows(slot, visit);
        if (sameTime) {
            return known ? "same time, same therapist" : "same time";
        }
        return known ? "same therapist" : "";
    }
}
