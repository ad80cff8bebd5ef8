package dev.unknot.common.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a channel did not reach a client.
 *
 * @param reason a code as in {@link MessageView}, or the gateway's own
 * @param deadSince since when the client's address is known to take no messages of this channel; null: it is not known to
 */
public record ChannelFailure(
        Channel channel, String reason, @Nullable Instant deadSince) {}
