package dev.unknot.frontdesk.clinic;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is offered, in booking-service. */
@HttpExchange("/api/v1")
public interface Treatments {

    @GetExchange("/treatments")
    ItemList<TreatmentView> list(Bearer by, @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/treatments/{id}")
    TreatmentView find(Bearer by, @PathVariable TreatmentId id);
}
