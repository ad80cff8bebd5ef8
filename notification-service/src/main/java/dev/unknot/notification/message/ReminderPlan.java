package dev.unknot.notification.message;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.time.TimeRange;
import dev.unknot.notification.policy.MessagePolicy;
import dev.unknot.notification.visit.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What one client is to be told of a visit as it stands, and what of the plan so far they are no longer to be told.
 * Planned again over its own outcome, nothing changes.
 *
 * @param messages to be in the ledger as planned: new, at another time, or again after they were dropped
 */
record ReminderPlan(List<PlannedMessage> messages, List<Withdrawal> withdrawn) {
    /** A planned message not to be sent any more. */
    record Withdrawal(Message message, DropReason reason) {}

    /** @param now when the change was announced: what was due before is not caught up on */
    static ReminderPlan of(
            Visit visit, ClientId client, Preferences preferences, MessagePolicy policy, Told told, Instant now) {
        Draft draft = new Draft(visit, client, preferences, told, now);
        return switch (visit.status()) {
            case HELD -> new ReminderPlan(List.of(), List.of());
            case BOOKED, CONFIRMED ->
                new ReminderPlan(
                        Stream.concat(draft.news(), draft.reminders(policy)).toList(),
                        Stream.concat(draft.outdated(), draft.unwanted(policy)).toList());
            case CHECKED_IN, IN_SESSION, COMPLETED, NO_SHOW ->
                new ReminderPlan(List.of(), draft.all(DropReason.STARTED, entry -> true));
            case CANCELLED ->
                new ReminderPlan(
                        draft.cancellation().toList(),
                        draft.all(DropReason.CANCELLED, entry -> entry.kind() != MessageKind.CANCELLATION));
            case EXPIRED -> new ReminderPlan(List.of(), draft.all(DropReason.CANCELLED, entry -> true));
        };
    }

    /** After another policy was put: only what reminds, and only of a visit ahead. */
    static ReminderPlan reminders(
            Visit visit, ClientId client, Preferences preferences, MessagePolicy policy, Told told, Instant now) {
        Draft draft = new Draft(visit, client, preferences, told, now);
        return visit.ahead()
                ? new ReminderPlan(
                        draft.reminders(policy).toList(), draft.unwanted(policy).toList())
                : new ReminderPlan(List.of(), List.of());
    }

    private record Draft(Visit visit, ClientId client, Preferences preferences, Told told, Instant now) {
        /** A client who was told, or was to be told, of an earlier revision hears that it has changed. */
        Stream<PlannedMessage> news() {
            MessageKind kind = told.news(visit.revision())
                    .orElseGet(() -> told.knewBefore(visit.revision()) ? MessageKind.CHANGE : MessageKind.CONFIRMATION);
            return onEachChannel(kind);
        }

        /** Only for who may expect it, and only as long as they might set out. */
        Stream<PlannedMessage> cancellation() {
            return told.expectsVisit() && now.isBefore(visit.start())
                    ? onEachChannel(MessageKind.CANCELLATION)
                    : Stream.empty();
        }

        Stream<PlannedMessage> reminders(MessagePolicy policy) {
            return kindsOfReminders()
                    .flatMap(kind -> timed(kind, policy).flatMap(time -> reminder(kind, time)).stream());
        }

        /** Planned of an earlier revision. */
        Stream<Withdrawal> outdated() {
            return told.planned()
                    .filter(entry -> entry.revision() < visit.revision())
                    .map(entry -> new Withdrawal(entry.message(), DropReason.SUPERSEDED));
        }

        /** Planned by another policy, and not in this one. */
        Stream<Withdrawal> unwanted(MessagePolicy policy) {
            return kindsOfReminders()
                    .flatMap(kind -> told
                            .find(kind, visit.revision())
                            .filter(LedgerEntry::planned)
                            .filter(entry -> timed(kind, policy).isEmpty())
                            .stream())
                    .map(entry -> new Withdrawal(entry.message(), DropReason.SUPERSEDED));
        }

        List<Withdrawal> all(DropReason reason, Predicate<LedgerEntry> which) {
            return told.planned()
                    .filter(which)
                    .map(entry -> new Withdrawal(entry.message(), reason))
                    .toList();
        }

        /** Empty: not wanted, or not any more. */
        private Optional<TimeRange> timed(MessageKind kind, MessagePolicy policy) {
            Optional<TimeRange> time = new ReminderTimes(visit, policy).of(kind);
            Optional<LedgerEntry> waiting = told.find(kind, visit.revision()).filter(LedgerEntry::planned);
            if (time.isEmpty() || time.get().start().isAfter(now) || waiting.isEmpty()) {
                return time.filter(range -> range.start().isAfter(now));
            }
            // By this policy it would have gone out already, and it has not: it keeps its time rather than get lost.
            Instant due = waiting.get().message().due();
            return Optional.of(time.get().end()).filter(due::isBefore).map(end -> new TimeRange(due, end));
        }

        private Optional<PlannedMessage> reminder(MessageKind kind, TimeRange time) {
            Optional<LedgerEntry> entry = told.find(kind, visit.revision());
            return entry.filter(known -> !known.planned() && !known.takenBack()).isPresent()
                    ? Optional.empty()
                    : Optional.of(planned(kind, entry.map(LedgerEntry::channel).orElse(preferences.reminders()), time));
        }

        private Stream<PlannedMessage> onEachChannel(MessageKind kind) {
            return preferences.news().stream()
                    .filter(channel -> told.find(kind, visit.revision(), channel)
                            .filter(entry -> !entry.takenBack())
                            .isEmpty())
                    .map(channel -> planned(kind, channel, now, visit.start()));
        }

        private PlannedMessage planned(MessageKind kind, Channel channel, TimeRange time) {
            return planned(kind, channel, time.start(), time.end());
        }

        private PlannedMessage planned(MessageKind kind, Channel channel, Instant due, Instant expires) {
            return new PlannedMessage(
                    client,
                    visit.appointmentId(),
                    visit.locationId(),
                    kind,
                    visit.revision(),
                    channel,
                    0,
                    due,
                    expires);
        }

        private static Stream<MessageKind> kindsOfReminders() {
            return Stream.of(MessageKind.values()).filter(MessageKind::reminds);
        }
    }
}
