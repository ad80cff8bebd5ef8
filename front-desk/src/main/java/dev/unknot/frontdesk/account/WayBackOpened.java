package dev.unknot.frontdesk.account;

import java.util.UUID;

/** Whoever runs the server has given an owner a new password, in the same transaction: whatever else kept them out goes as well. */
public record WayBackOpened(UUID account) {}
