package dev.unknot.frontdesk.worklist;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.UnreachedId;
import dev.unknot.common.message.UnreachedView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.WallTime;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.IfMatch;
import dev.unknot.frontdesk.clinic.MessageWords;
import dev.unknot.frontdesk.clinic.Names;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.SideBySide;
import dev.unknot.frontdesk.clinic.UnreachedClients;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The clients whom neither SMS nor email reached, at the locations somebody works for: the desk calls them. */
@Service
public class CallList {

    private final UnreachedClients unreached;
    private final Appointments appointments;
    private final Names names;
    private final DeskTokens tokens;

    CallList(UnreachedClients unreached, Appointments appointments, Names names, DeskTokens tokens) {
        this.unreached = unreached;
        this.appointments = appointments;
        this.names = names;
        this.tokens = tokens;
    }

    /**
     * A page of them, newest first.
     *
     * @param location null: all of the caller's
     * @param cursor where the page begins; null: at the newest
     * @return null: nobody can say right now
     */
    public @Nullable CallPage find(StaffAccount account, @Nullable LocationId location, @Nullable String cursor) {
        Bearer by = tokens.of(account);
        try {
            var page = unreached.calls(by, location, true, true, cursor);
            List<UnreachedView> found = page.items();
            var clients = names.clients(
                    by, found.stream().map(UnreachedView::clientId).toList());
            var places = names.locations(
                    found.stream().map(UnreachedView::locationId).toList());
            List<Call> calls = SideBySide.each(
                            found,
                            view -> call(
                                    by,
                                    view,
                                    clients,
                                    Objects.requireNonNull(places.get(view.locationId()))
                                            .name()))
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
            return new CallPage(calls, cursor, page.nextCursor());
        } catch (Refused away) {
            // The visits that are not covered are worth showing without it.
            return null;
        }
    }

    /** Somebody has called. @param version that was read */
    public void called(StaffAccount account, UnreachedId id, long version) {
        var called = unreached.handle(tokens.of(account), id, new IfMatch(version));
    }

    private Optional<Call> call(Bearer by, UnreachedView view, Map<ClientId, ClientView> clients, String place) {
        AppointmentView visit;
        try {
            visit = appointments.find(by, view.appointmentId());
        } catch (Refused gone) {
            return Optional.empty();
        }
        WallTime wall = new WallTime(visit.zone());
        return Optional.of(new Call(
                view,
                clients.get(view.clientId()),
                MessageWords.kind(view.kind()),
                MessageWords.notTold(view, wall::moment),
                wall.moment(visit.start()),
                visit.localStart().toLocalDate(),
                place));
    }
}
