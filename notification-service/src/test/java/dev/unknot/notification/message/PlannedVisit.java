package dev.unknot.notification.message;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageId;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.message.MessageState;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.notification.policy.MessagePolicy;
import dev.unknot.notification.visit.Visit;
import dev.unknot.platform.id.Ids;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** One client's visit with a ledger in memory that follows each plan; local times are the location's. */
final class PlannedVisit {
    private final ClientId client = new ClientId(Ids.next());
    private final AppointmentId id = new AppointmentId(Ids.next());
    private final LocationId location = new LocationId(Ids.next());
    private final TreatmentId treatment = new TreatmentId(Ids.next());
    private final ZoneId zone;

    private final List<LedgerEntry> ledger = new ArrayList<>();
    private MessagePolicy policy = MessagePolicy.USUAL;
    private Preferences preferences = new Preferences(List.of(Channel.values()), Channel.SMS);
    private Visit visit;

    PlannedVisit(String zone) {
        this.zone = ZoneId.of(zone);
        this.visit = visit(AppointmentStatus.HELD, 1, Instant.EPOCH);
    }

    PlannedVisit prefers(Channel reminders) {
        preferences = new Preferences(List.of(Channel.values()), reminders);
        return this;
    }

    PlannedVisit follows(MessagePolicy other) {
        policy = other;
        return this;
    }

    PlannedVisit becomes(AppointmentStatus status, long revision, LocalDateTime start, LocalDateTime announced) {
        return becomes(status, revision, instant(start), instant(announced));
    }

    PlannedVisit becomes(AppointmentStatus status, long revision, Instant start, Instant announced) {
        visit = visit(status, revision, start);
        follow(ReminderPlan.of(visit, client, preferences, policy, new Told(List.copyOf(ledger)), announced));
        return this;
    }

    PlannedVisit policyBecomes(MessagePolicy other, LocalDateTime now) {
        return policyBecomes(other, instant(now));
    }

    PlannedVisit policyBecomes(MessagePolicy other, Instant now) {
        policy = other;
        follow(ReminderPlan.reminders(visit, client, preferences, policy, new Told(List.copyOf(ledger)), now));
        return this;
    }

    PlannedVisit sent(MessageKind kind, long revision) {
        return settle(entry -> entry.kind() == kind && entry.revision() == revision && entry.planned(), sent());
    }

    PlannedVisit callOpen(MessageKind kind, long revision) {
        return settle(
                entry -> entry.kind() == kind && entry.revision() == revision,
                entry -> new LedgerEntry(entry.message(), MessageState.SENDING, null, true));
    }

    /** As the dispatcher does when the clock shows {@code now}; answers what went out. */
    List<LedgerEntry> send(Instant now) {
        List<LedgerEntry> due = ledger.stream()
                .filter(LedgerEntry::planned)
                .filter(entry -> !entry.message().due().isAfter(now))
                .filter(entry -> Timeliness.objection(entry.message(), visit, policy.quietHours(), now)
                        .isEmpty())
                .toList();
        settle(due::contains, sent());
        return due;
    }

    List<LedgerEntry> ledger() {
        return List.copyOf(ledger);
    }

    Visit visit() {
        return visit;
    }

    MessagePolicy policy() {
        return policy;
    }

    ZoneId zone() {
        return zone;
    }

    /** What is still planned, in order of kind, revision and channel. */
    List<String> plan() {
        return ledger.stream()
                .filter(LedgerEntry::planned)
                .map(entry -> "%s %d %s %s to %s"
                        .formatted(
                                entry.kind(),
                                entry.revision(),
                                entry.channel(),
                                local(entry.message().due()),
                                local(entry.message().expires())))
                .sorted()
                .toList();
    }

    boolean planned(MessageKind kind, long revision, Channel channel) {
        return told(revision)
                .find(kind, revision, channel)
                .filter(LedgerEntry::planned)
                .isPresent();
    }

    String outcome(MessageKind kind, long revision, Channel channel) {
        return told(revision)
                .find(kind, revision, channel)
                .map(entry -> entry.state() + " " + entry.reason())
                .orElse("never planned");
    }

    private Told told(long revision) {
        return new Told(ledger.stream().filter(e -> e.revision() == revision).toList());
    }

    private void follow(ReminderPlan plan) {
        plan.withdrawn()
                .forEach(withdrawal -> settle(
                        entry ->
                                entry.message().id().equals(withdrawal.message().id()),
                        entry -> new LedgerEntry(
                                entry.message(),
                                MessageState.DROPPED,
                                withdrawal.reason().code(),
                                entry.reached())));
        plan.messages().forEach(this::keep);
    }

    private void keep(PlannedMessage planned) {
        ledger.removeIf(entry -> entry.kind() == planned.kind()
                && entry.revision() == planned.revision()
                && entry.channel() == planned.channel()
                && (entry.planned() || entry.state() == MessageState.DROPPED));
        ledger.add(new LedgerEntry(message(planned), MessageState.PLANNED, null, false));
    }

    private PlannedVisit settle(Predicate<LedgerEntry> which, UnaryOperator<LedgerEntry> outcome) {
        ledger.replaceAll(entry -> which.test(entry) ? outcome.apply(entry) : entry);
        return this;
    }

    private static UnaryOperator<LedgerEntry> sent() {
        return entry -> new LedgerEntry(entry.message(), MessageState.SENT, null, true);
    }

    private Message message(PlannedMessage planned) {
        return new Message(
                new MessageId(Ids.next()),
                client,
                id,
                planned.kind(),
                planned.channel(),
                planned.revision(),
                0,
                planned.due(),
                planned.expires(),
                planned.due(),
                0,
                0);
    }

    private Visit visit(AppointmentStatus status, long revision, Instant start) {
        return new Visit(id, status, revision, start, zone, location, treatment, 60);
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    private LocalDateTime local(Instant instant) {
        return instant.atZone(zone).toLocalDateTime();
    }
}
