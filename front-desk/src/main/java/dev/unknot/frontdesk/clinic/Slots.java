package dev.unknot.frontdesk.clinic;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.appointment.SlotExplanation;
import dev.unknot.common.appointment.TherapistStarts;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Times that can be booked, in booking-service. */
@HttpExchange("/api/v1")
public interface Slots {

    /**
     * @param location empty: all of the caller's
     * @param moving the appointment whose own claims do not count
     * @param addOn codes of what is given on top; null: nothing
     * @param client everybody who comes; empty: nobody in particular
     * @param waive codes of soft rules that are set aside; null: none
     * @param party how many come at once; null: as many as are named, or one
     * @param therapists how many different ones treat them; null: one each
     */
    @GetExchange("/slots")
    ItemList<Slot> find(
            Bearer by,
            @RequestParam TreatmentId treatment,
            @RequestParam int minutes,
            @RequestParam(required = false) List<LocationId> location,
            @RequestParam(required = false) @Nullable TherapistId therapist,
            @RequestParam(required = false) @Nullable Gender gender,
            @RequestParam(required = false) List<ClientId> client,
            @RequestParam(required = false) @Nullable AppointmentId moving,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable List<String> addOn,
            @RequestParam(required = false) @Nullable List<String> waive,
            @RequestParam(required = false) @Nullable Integer party,
            @RequestParam(required = false) @Nullable Integer therapists);

    /** When anything that is sold could begin, by therapist; for a day at most. */
    @GetExchange("/slots/starts")
    ItemList<TherapistStarts> starts(
            Bearer by, @RequestParam LocationId location, @RequestParam Instant from, @RequestParam Instant to);

    /** Why a search like that finds so few. */
    @GetExchange("/slots/explanation")
    SlotExplanation explain(
            Bearer by,
            @RequestParam TreatmentId treatment,
            @RequestParam int minutes,
            @RequestParam(required = false) List<LocationId> location,
            @RequestParam(required = false) @Nullable TherapistId therapist,
            @RequestParam(required = false) List<ClientId> client,
            @RequestParam(required = false) @Nullable List<String> waive,
            @RequestParam Instant from,
            @RequestParam Instant to);
}
