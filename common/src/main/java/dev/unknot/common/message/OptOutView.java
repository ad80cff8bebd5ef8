package dev.unknot.common.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client gets messages by a channel, as staff see it.
 *
 * @param since null: they do
 * @param source {@code STAFF} for what they asked staff for, else how they said so themselves, such as {@code REPLY}; null:
 *     they get messages
 * @param staff whom they asked, {@code role:subject}; null: nobody
 */
public record OptOutView(
        Channel channel,
        boolean optedOut,
        @Nullable Instant since,
        @Nullable String source,
        @Nullable String staff) {}
