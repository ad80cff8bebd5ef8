package dev.unknot.notification.policy;

import dev.unknot.common.message.PutMessagePolicy;
import dev.unknot.platform.problem.Rejection;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What makes a policy one that can be followed. */
final class PolicyRules {
    private static final Duration LONGEST_LEAD = Duration.ofDays(14);

    private PolicyRules() {}

    static MessagePolicy require(PutMessagePolicy request) {
        requireLead(request.firstReminder(), "firstReminder");
        requireLead(request.lastReminder(), "lastReminder");
        if (request.firstReminder() != null
                && request.lastReminder() != null
                && request.lastReminder().compareTo(request.firstReminder()) >= 0) {
            throw Rejection.invalid(
                    "reminders-out-of-order",
                    "The last reminder comes closer to the visit than the first.",
                    "lastReminder");
        }
        QuietHours quietHours = new QuietHours(request.quietFrom(), request.quietUntil());
        if (quietHours.length().compareTo(QuietHours.LONGEST) > 0) {
            throw Rejection.invalid(
                    "quiet-hours-too-long",
                    "Quiet hours last at most " + QuietHours.LONGEST.toHours() + " hours.",
                    "quietUntil");
        }
        return new MessagePolicy(request.firstReminder(), request.lastReminder(), quietHours);
    }

    private static void requireLead(@Nullable Duration lead, String field) {
        if (lead != null
                && (!lead.isPositive()
                        || lead.compareTo(LONGEST_LEAD) > 0
                        || !lead.equals(lead.truncatedTo(ChronoUnit.MINUTES)))) {
            throw Rejection.invalid(
                    "reminder-out-of-range",
                    "A reminder goes out whole minutes and at most 14 days before the visit, but was " + lead + ".",
                    field);
        }
    }
}
