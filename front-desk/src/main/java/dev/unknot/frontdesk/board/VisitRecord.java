package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.CancellationView;
import dev.unknot.common.appointment.HistoryEntryView;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.UnreachedView;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.MessageWords;
import dev.unknot.frontdesk.clinic.Messages;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.UnreachedClients;
import dev.unknot.frontdesk.clinic.Who;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks what happened to a visit and what was sent about it. */
@Component
class VisitRecord {

    private final Appointments appointments;
    private final Messages messages;
    private final UnreachedClients unreached;
    private final Who who;

    VisitRecord(Appointments appointments, Messages messages, UnreachedClients unreached, Who who) {
        this.appointments = appointments;
        this.messages = messages;
        this.unreached = unreached;
        this.who = who;
    }

    /**
     * @param clients who comes; of several it is said whose a message is
     * @param grace how long the location waits for a client
     */
    Happened of(Bearer by, AppointmentView visit, List<Treated> clients, Duration grace) {
        WallTime clock = new WallTime(visit.zone());
        List<HistoryEntryView> entries = appointments.history(by, visit.id()).items();
        CancellationView cancellation = visit.cancellation();
        Map<String, String> names = who.words(Stream.concat(
                        entries.stream().map(HistoryEntryView::actor),
                        Stream.ofNullable(cancellation).map(CancellationView::actor))
                .toList());
        return new Happened(
                entries.stream()
                        .map(entry -> HistoryLine.of(entry, name(names, entry.actor()), clock, grace))
                        .toList(),
                messages(by, visit, clients, clock),
                notTold(by, visit, clients, clock),
                cancellation == null ? null : CalledOff.of(cancellation, name(names, cancellation.actor()), clock));
    }

    /** What happened after a version that was shown, in one sentence. */
    String since(Bearer by, AppointmentView visit, long version, Duration grace) {
        WallTime clock = new WallTime(visit.zone());
        List<HistoryEntryView> later = appointments.history(by, visit.id()).items().stream()
                .filter(entry -> entry.version() > version)
                .toList();
        if (later.isEmpty()) {
            return "Somebody has changed this visit.";
        }
        Map<String, String> names =
                who.words(later.stream().map(HistoryEntryView::actor).toList());
        return later.stream()
                .map(entry -> HistoryLine.of(entry, name(names, entry.actor()), clock, grace))
                .map(HistoryLine::inShort)
                .collect(Collectors.joining(", then ", "This visit has changed: ", "."));
    }

    private @Nullable List<MessageLine> messages(
            Bearer by, AppointmentView visit, List<Treated> clients, WallTime clock) {
        try {
            return messages.list(by, null, visit.id(), null, null, null, null).items().stream()
                    .map(message -> MessageLine.of(message, whose(message.clientId(), clients), clock))
                    .toList();
        } catch (Refused away) {
            // The visit is worth seeing without them.
            return null;
        }
    }

    private List<String> notTold(Bearer by, AppointmentView visit, List<Treated> clients, WallTime clock) {
        try {
            return unreached.list(by, null, visit.id(), true, null, null).items().stream()
                    .map(call -> sentence(call, whose(call.clientId(), clients), clock))
                    .toList();
        } catch (Refused away) {
            return List.of();
        }
    }

    /** Null: nobody else could be meant, or they are not known any more. */
    private static @Nullable String whose(ClientId id, List<Treated> clients) {
        return clients.size() < 2
                ? null
                : clients.stream()
                        .filter(each ->
                                each.client() != null && each.client().id().equals(id))
                        .map(Treated::name)
                        .findFirst()
                        .orElse(null);
    }

    private static String sentence(UnreachedView call, @Nullable String client, WallTime clock) {
        return "Not told" + (client == null ? "" : " " + Isolated.of(client)) + ": "
                + MessageWords.kind(call.kind()).toLowerCase(Locale.ROOT) + ". "
                + MessageWords.notTold(call, clock::moment) + " Call the client.";
    }

    private static String name(Map<String, String> names, String actor) {
        return Objects.requireNonNull(names.get(actor));
    }
}
