package dev.unknot.booking.client;

import dev.unknot.booking.availability.ClientStanding;
import dev.unknot.common.client.ClientMerge;

/**
 * What is of the duplicate is to become the other's; published in the transaction that does so, under the locks of both,
 * for whoever keeps something of theirs.
 *
 * @param kept what stood in the way of the one kept until now
 * @param duplicate what stood in the way of the other
 */
public record ClientsMerged(ClientMerge merge, ClientStanding kept, ClientStanding duplicate) {}
