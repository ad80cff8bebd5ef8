package dev.unknot.booking.client;

import dev.unknot.common.client.ClientMerge;

/**
 * What is of the duplicate is to become the other's; published in the transaction that does so, under the locks of both,
 * for whoever keeps something of theirs.
 */
public record ClientsMerged(ClientMerge merge) {}
