package dev.unknot.frontdesk.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to book, as the dialog was sent.
 *
 * @param typed a new client, as far as one is typed
 * @param refusal why it failed; null: it was not made yet
 * @param lookalikes who may be the new client
 */
public record Attempt(
        BookingForm form, NewClient typed, @Nullable Refusal refusal, List<Lookalike> lookalikes) {

    /** Not made yet. */
    public Attempt(BookingForm form, NewClient typed) {
        this(form, typed, null, List.of());
    }

    /** The dialog as it is opened. */
    public static Attempt opening(BookingForm form) {
        return new Attempt(form, NewClient.NOBODY);
    }

    public Attempt refused(Refusal because) {
        return new Attempt(form, typed, because, List.of());
    }

    /** Refused because the new client may be one of them. */
    public Attempt refused(Refusal because, List<Lookalike> ofThem) {
        return new Attempt(form, typed, because, ofThem);
    }

    /** A treatment or a client is still to be chosen. */
    public boolean unchosen() {
        return !form.chosen() || !somebody();
    }

    /** What has to be filled in first, in words; null: nothing. */
    public @Nullable String lacks() {
        if (!form.chosen()) {
            return somebody() ? "Choose a treatment." : "Choose a treatment and a client.";
        }
        if (!somebody()) {
            return "Choose a client, or type in a new one.";
        }
        if (form.client() != null && typed.isBegun()) {
            return "A client is chosen, and a new one is typed in. Add the new client, or clear the fields.";
        }
        return form.lacksReason() ? "Give a reason." : null;
    }

    private boolean somebody() {
        return form.client() != null || typed.isBegun();
    }
}
