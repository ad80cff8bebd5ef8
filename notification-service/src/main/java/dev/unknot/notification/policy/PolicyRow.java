package dev.unknot.notification.policy;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.MessagePolicyView;

/** @param version 0: none was ever put */
record PolicyRow(long version, MessagePolicy policy) {
    static final PolicyRow NONE = new PolicyRow(0, MessagePolicy.USUAL);

    MessagePolicyView view(LocationId location) {
        return new MessagePolicyView(
                location,
                version,
                policy.firstReminder(),
                policy.lastReminder(),
                policy.quietHours().from(),
                policy.quietHours().until());
    }
}
