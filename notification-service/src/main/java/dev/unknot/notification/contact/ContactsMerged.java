package dev.unknot.notification.contact;

import dev.unknot.common.client.ClientMerge;
import org.jspecify.annotations.Nullable;

/**
 * A client was recorded twice; published in the transaction that forgets the duplicate, for whoever keeps something of theirs.
 *
 * @param duplicate as they were reached; null: not known
 */
public record ContactsMerged(ClientMerge merge, @Nullable Contact duplicate) {}
