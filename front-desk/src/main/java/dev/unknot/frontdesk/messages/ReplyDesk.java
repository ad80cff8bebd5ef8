package dev.unknot.frontdesk.messages;

import static java.util.stream.Collectors.toMap;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.message.ReplyId;
import dev.unknot.common.message.ReplyView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.IfMatch;
import dev.unknot.frontdesk.clinic.Names;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.Replies;
import dev.unknot.frontdesk.clinic.SideBySide;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What clients answered, and that somebody has dealt with it. */
@Service
public class ReplyDesk {

    private final Replies replies;
    private final Appointments appointments;
    private final Names names;
    private final DeskTokens tokens;

    ReplyDesk(Replies replies, Appointments appointments, Names names, DeskTokens tokens) {
        this.replies = replies;
        this.appointments = appointments;
        this.names = names;
        this.tokens = tokens;
    }

    /** Newest first. @param open only those that wait for a person */
    public RepliesPage find(StaffAccount account, boolean open, @Nullable String cursor) {
        Bearer by = tokens.of(account);
        var page = replies.list(by, null, open ? true : null, cursor);
        List<ReplyView> found = page.items();
        var clients = names.clients(by, named(found, ReplyView::clientId));
        var places = names.locations(named(found, ReplyView::locationId));
        DeskClock clock = clock(by, found);
        Map<AppointmentId, VisitAsked> visits = visits(by, found);
        return new RepliesPage(
                found.stream()
                        .map(reply -> ReplyLine.of(
                                reply,
                                reply.clientId() == null ? null : clients.get(reply.clientId()),
                                reply.locationId() == null ? null : places.get(reply.locationId()),
                                clock,
                                reply.appointmentId() == null ? null : visits.get(reply.appointmentId())))
                        .toList(),
                open,
                page.nextCursor());
    }

    /** How many wait, as a badge shows it; empty: none, or nobody can say right now. */
    public String waiting(StaffAccount account) {
        try {
            var page = replies.list(tokens.of(account), null, true, null);
            int count = page.items().size();
            return count == 0 ? "" : count + (page.nextCursor() == null ? "" : "+");
        } catch (Refused away) {
            // The page it stands on is about something else.
            return "";
        }
    }

    /** @param version that was read */
    public void handled(StaffAccount account, ReplyId id, long version) {
        var handled = replies.handle(tokens.of(account), id, new IfMatch(version));
    }

    /** Asked for only where some answer needs it. */
    private DeskClock clock(Bearer by, List<ReplyView> found) {
        boolean placeless = found.stream().anyMatch(reply -> reply.locationId() == null);
        return DeskClock.of(placeless ? names.locationsOf(by) : List.of());
    }

    private Map<AppointmentId, VisitAsked> visits(Bearer by, List<ReplyView> found) {
        List<AppointmentId> ids =
                named(found, ReplyView::appointmentId).stream().distinct().toList();
        return SideBySide.each(ids, id -> visit(by, id)).stream()
                .flatMap(Optional::stream)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<Map.Entry<AppointmentId, VisitAsked>> visit(Bearer by, AppointmentId id) {
        try {
            return Optional.of(Map.entry(id, VisitAsked.of(appointments.find(by, id))));
        } catch (Refused gone) {
            // The answer is worth reading without it.
            return Optional.empty();
        }
    }

    private static <T> List<T> named(List<ReplyView> replies, Function<ReplyView, @Nullable T> part) {
        return replies.stream().map(part).filter(Objects::nonNull).toList();
    }
}
