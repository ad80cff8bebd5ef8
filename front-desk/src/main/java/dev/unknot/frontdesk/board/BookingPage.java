package dev.unknot.frontdesk.board;

import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentView;
import dev.unknot.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The booking dialog.
 *
 * @param menu what the therapist gives
 * @param starts the five-minute starts near the one that was clicked
 * @param client who was chosen; null: nobody yet
 * @param held the time that the form holds; null: it holds none, no longer, or another than it says
 * @param key for the next attempt
 */
public record BookingPage(
        Attempt attempt,
        LocationView place,
        String therapist,
        List<TreatmentView> menu,
        List<Instant> starts,
        @Nullable ClientView client,
        @Nullable HeldTime held,
        UUID key) {

    private static final List<Integer> BLOCK_LENGTHS = List.of(15, 30, 45, 60, 90, 120, 240);

    public BookingForm form() {
        return attempt.form();
    }

    public NewClient typed() {
        return attempt.typed();
    }

    /** Why the last attempt failed; null: there was none. */
    public @Nullable Refusal refusal() {
        return attempt.refusal();
    }

    /** The treatment is what is chosen first. */
    public boolean isOfferFirst() {
        return !form().chosen()
                || !isClientFirst() && (refusal() == null || !refusal().waivable());
    }

    /** All is chosen but the client. */
    public boolean isClientFirst() {
        return form().chosen() && client == null && refusal() != null && !typed().isBegun();
    }

    /** Nobody is to be written down: whoever was typed in before the last attempt is, and is chosen. */
    public boolean isSettled() {
        return refusal() != null && client != null && !typed().isBegun();
    }

    public WallTime clock() {
        return new WallTime(place.zone());
    }

    /** For the first client that is written down here, or the first time that is blocked. */
    public UUID newKey() {
        UUID before = typed().newKey();
        return before != null && refusal() != null && refusal().unanswered() ? before : Ids.next();
    }

    /** That new clients of this place are written to in, unless they say otherwise. */
    public String language() {
        return PlaceLanguage.of(place);
    }

    /** In minutes. */
    public List<Integer> blockLengths() {
        return BLOCK_LENGTHS;
    }

    public String price(Offer offer) {
        return Price.words(offer.price());
    }

    /** What the next attempt sets aside. */
    public List<String> waive() {
        return Waived.next(form().waive(), refusal());
    }
}
