package dev.unknot.notification.message;

import static java.util.stream.Collectors.groupingBy;

import dev.unknot.common.client.ClientId;
import dev.unknot.notification.contact.Contacts;
import dev.unknot.notification.policy.MessagePolicy;
import dev.unknot.notification.visit.Visit;
import dev.unknot.notification.visit.Visits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings the ledger in line with the plan for a visit, which the caller's transaction holds. */
@Component
class Planning {
    private final Visits visits;
    private final Contacts contacts;
    private final Messages messages;
    private final Ledger ledger;
    private final ApplicationEventPublisher publisher;

    Planning(Visits visits, Contacts contacts, Messages messages, Ledger ledger, ApplicationEventPublisher publisher) {
        this.visits = visits;
        this.contacts = contacts;
        this.messages = messages;
        this.ledger = ledger;
        this.publisher = publisher;
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
            Preferences preferences = Preferences.of(contacts.find(client));
            Told before = new Told(told.getOrDefault(client, List.of()));
            apply(planner.plan(visit, client, preferences, policy, before, now));
        }
        publisher.publishEvent(new MessagesPlanned());
    }

    private void apply(ReminderPlan plan) {
        plan.withdrawn().forEach(withdrawal -> ledger.drop(withdrawal.message(), withdrawal.reason()));
        plan.messages().forEach(messages::plan);
    }

    private interface Planner {
        ReminderPlan plan(
                Visit visit, ClientId client, Preferences preferences, MessagePolicy policy, Told told, Instant now);
    }
}
