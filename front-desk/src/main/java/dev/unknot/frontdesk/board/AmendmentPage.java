package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentView;
import java.util.List;

/**
 * What a visit may consist of instead.
 *
 * @param form what was chosen
 * @param present the treatment and its length, as they are
 * @param room the present one's name
 * @param menu what its therapists give there
 */
public record AmendmentPage(
        AppointmentView visit,
        AmendForm form,
        String present,
        String room,
        List<TreatmentView> menu,
        List<RoomView> rooms,
        List<AddOnChoice> addOns) {

    public String price(Offer offer) {
        return Price.words(offer.price());
    }
}
