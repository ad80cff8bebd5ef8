package dev.unknot.notification.reply;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.message.Answer;
import dev.unknot.common.message.ReplyId;
import dev.unknot.common.message.ReplyReceived;
import dev.unknot.notification.message.SentText;
import dev.unknot.notification.visit.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An SMS a client sent, understood. */
record Reply(ReplyId id, Sender sender, Answer answer, String text, Instant receivedAt) {
    /**
     * Whether a person has to see it. An opt-out of who is expected may have meant the visit: "Cancel" is a word by which
     * carriers stop all messages.
     */
    boolean needsAPerson() {
        return answer == Answer.UNCLEAR
                || (answer == Answer.STOP && visitAhead().isPresent());
    }

    /** The visit ahead they were told of, or else their next one. */
    Optional<Visit> visitAhead() {
        return aboutWhatLiesAhead()
                .map(SentText::visit)
                .filter(Visit::ahead)
                .or(() -> Optional.ofNullable(sender.nearest()).filter(this::isAhead));
    }

    String phone() {
        return sender.phone();
    }

    @Nullable
    ClientId clientId() {
        return sender.clientId();
    }

    @Nullable
    LocationId location() {
        Visit visit = visit();
        if (visit == null) {
            visit = sender.nearest();
        }
        if (visit != null) {
            return visit.locationId();
        }
        return sender.called().size() == 1 ? sender.called().getFirst() : null;
    }

    /** Whose desks see it if it belongs to no location; empty: all. */
    List<LocationId> desks() {
        return location() == null ? sender.called() : List.of();
    }

    @Nullable
    AppointmentId appointment() {
        Visit visit = visit();
        return visit == null ? null : visit.appointmentId();
    }

    @Nullable
    Long revision() {
        Visit visit = visit();
        SentText about = sender.about();
        if (about != null && about.visit().equals(visit)) {
            return about.revision();
        }
        return visit == null ? null : visit.revision();
    }

    /** Whether the visit they had last been told of still lies ahead of them, in time. */
    Optional<SentText> aboutWhatLiesAhead() {
        return Optional.ofNullable(sender.about())
                .filter(sent -> receivedAt.isBefore(sent.visit().start()));
    }

    /** Only what was told is confirmed; an opt-out stands beside the visit ahead, other words beside the nearest. */
    private @Nullable Visit visit() {
        Visit told = Optional.ofNullable(sender.about()).map(SentText::visit).orElse(null);
        return switch (answer) {
            case CONFIRM -> told;
            case STOP -> visitAhead().orElse(told);
            case START, HELP, UNCLEAR -> told == null ? sender.nearest() : told;
        };
    }

    private boolean isAhead(Visit visit) {
        return visit.ahead() && receivedAt.isBefore(visit.start());
    }

    /** For other services: neither the number nor a word of the text. */
    ReplyReceived announced() {
        return new ReplyReceived(id, clientId(), appointment(), revision(), answer, receivedAt);
    }

    @Override
    public String toString() {
        return "Reply[id=" + id + "]";
    }
}
