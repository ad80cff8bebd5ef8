package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visit may consist of instead.
 *
 * @param form what was chosen
 * @param present the treatment and its length, as they are
 * @param room the present one's name
 * @param menu what its therapists give there
 * @param refusal why the last attempt failed; null: there was none
 */
public record AmendmentPage(
        AppointmentView visit,
        AmendForm form,
        String present,
        String room,
        List<TreatmentView> menu,
        List<RoomView> rooms,
        List<AddOnChoice> addOns,
        @Nullable Refusal refusal) {

    public String price(Offer offer) {
        return Price.words(offer.price());
    }

    /** What the next attempt sets aside. */
    public List<String> waive() {
        return Waived.next(form.waive(), refusal);
    }
}
