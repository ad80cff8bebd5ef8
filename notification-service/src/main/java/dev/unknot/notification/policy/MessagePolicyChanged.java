package dev.unknot.notification.policy;

import dev.unknot.common.location.LocationId;

/** Said inside this service, in the transaction of the change. */
public record MessagePolicyChanged(LocationId locationId) {}
