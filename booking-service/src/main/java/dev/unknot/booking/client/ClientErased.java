package dev.unknot.booking.client;

import dev.unknot.common.client.ClientId;
import dev.unknot.platform.security.Caller;

/**
 * A client is to be forgotten; published in the transaction that does so, under their lock, for whoever keeps something of
 * theirs.
 *
 * @param cancelVisitsAhead without it visits ahead are a reason to refuse
 */
public record ClientErased(ClientId client, boolean cancelVisitsAhead, Caller caller) {}
