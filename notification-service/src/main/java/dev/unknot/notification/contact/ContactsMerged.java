package dev.unknot.notification.contact;

import dev.unknot.common.client.ClientMerge;
import dev.unknot.common.message.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A client was recorded twice; published in the transaction that forgets the duplicate, for whoever keeps something of theirs.
 *
 * @param duplicate as they were reached; null: not known
 * @param kept as they are reached, as far as is known by now: what they take over of the duplicate's may come later; null: not
 *     known
 * @param staff who merged them, {@code role:subject}
 */
public record ContactsMerged(
        ClientMerge merge,
        @Nullable Contact duplicate,
        @Nullable Contact kept,
        String staff) {
    /** What reached the duplicate by that channel and does not reach the one kept, who has another address; null: nothing. */
    public @Nullable String givenUp(Channel channel) {
        String address = duplicate == null ? null : duplicate.address(channel);
        String own = kept == null ? null : kept.address(channel);
        boolean same =
                own == null || address == null || AddressKey.of(channel, own).equals(AddressKey.of(channel, address));
        return same ? null : address;
    }
}
