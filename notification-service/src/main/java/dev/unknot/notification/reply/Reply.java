package dev.unknot.notification.reply;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.Answer;
import dev.unknot.common.message.ReplyId;
import dev.unknot.common.message.ReplyReceived;
import dev.unknot.notification.message.SentText;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An SMS a client sent.
 *
 * @param clientId null: nobody has that number, or several have and none was written to
 * @param about what they had last been sent; null: nothing
 * @param phone E.164
 */
record Reply(
        ReplyId id,
        @Nullable ClientId clientId,
        @Nullable SentText about,
        Answer answer,
        String phone,
        String text,
        Instant receivedAt) {
    boolean needsAPerson() {
        return answer == Answer.UNCLEAR;
    }

    @Nullable
    LocationId location() {
        return about == null ? null : about.visit().locationId();
    }

    @Nullable
    AppointmentId appointment() {
        return about == null ? null : about.visit().appointmentId();
    }

    @Nullable
    Long revision() {
        return about == null ? null : about.revision();
    }

    /** Whether the visit they had last been told of still lies ahead of them, in time. */
    Optional<SentText> aboutWhatLiesAhead() {
        return Optional.ofNullable(about)
                .filter(sent -> receivedAt.isBefore(sent.visit().start()));
    }

    /** For other services: neither the number nor a word of the text. */
    ReplyReceived announced() {
        return new ReplyReceived(id, clientId, appointment(), revision(), answer, receivedAt);
    }

    @Override
    public String toString() {
        return "Reply[id=" + id + "]";
    }
}
