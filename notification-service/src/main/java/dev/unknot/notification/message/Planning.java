package dev.unknot.notification.message;

import static java.util.stream.Collectors.groupingBy;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import dev.unknot.notification.contact.Contacts;
import dev.unknot.notification.contact.DeadAddresses;
import dev.unknot.notification.policy.MessagePolicy;
import dev.unknot.notification.visit.Visit;
import dev.unknot.notification.visit.Visits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings the ledger in line with the plan for a visit, which the caller's transaction holds. */
@Component
class Planning {
    /** A series' visits are announced one by one, and told of together: the news waits this long for the last one. */
    static final Duration SERIES_PAUSE = Duration.ofSeconds(10);

    private final Visits visits;
    private final Contacts contacts;
    private final DeadAddresses deadAddresses;
    private final Messages messages;
    private final Ledger ledger;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Planning(
            Visits visits,
            Contacts contacts,
            DeadAddresses deadAddresses,
            Messages messages,
            Ledger ledger,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.visits = visits;
        this.contacts = contacts;
        this.deadAddresses = deadAddresses;
        this.messages = messages;
        this.ledger = ledger;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The visit was changed. */
    void change(Visit visit, MessagePolicy policy, Instant announced) {
        follow(visit, policy, announced, ReminderPlan::of);
    }

    /** The location has another policy. */
    void remindAnew(Visit visit, MessagePolicy policy, Instant now) {
        follow(visit, policy, now, ReminderPlan::reminders);
    }

    private void follow(Visit visit, MessagePolicy policy, Instant now, Planner planner) {
        Map<ClientId, List<LedgerEntry>> told = messages.hold(visit.appointmentId()).stream()
                .collect(groupingBy(entry -> entry.message().clientId()));
        for (ClientId client : visits.clients(visit.appointmentId())) {
            Preferences preferences =
                    Preferences.of(contacts.find(client), phone -> !deadAddresses.covers(Channel.SMS, phone));
            Told before = new Told(told.getOrDefault(client, List.of()));
            apply(planner.plan(visit, client, preferences, policy, before, now), visit);
        }
        publisher.publishEvent(new MessagesPlanned());
    }

    private void apply(ReminderPlan plan, Visit visit) {
        plan.withdrawn().forEach(withdrawal -> ledger.drop(withdrawal.message(), withdrawal.reason()));
        plan.messages().forEach(message -> messages.plan(together(message, visit)));
    }

    /** By when we hear of it and not by when it was announced: after an outage the visits come one by one as well. */
    private PlannedMessage together(PlannedMessage message, Visit visit) {
        if (visit.seriesId() == null || message.kind().reminds()) {
            return message;
        }
        Instant due = clock.instant().plus(SERIES_PAUSE);
        return due.isBefore(message.expires()) ? message.dueAt(due) : message;
    }

    private interface Planner {
        ReminderPlan plan(
                Visit visit, ClientId client, Preferences preferences, MessagePolicy policy, Told told, Instant now);
    }
}
