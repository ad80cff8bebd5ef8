package dev.unknot.frontdesk.clinic;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.therapist.DiaryEntryView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Therapists and their diaries, in therapist-service. */
@HttpExchange("/api/v1")
public interface Therapists {

    @GetExchange("/therapists")
    ItemList<TherapistView> list(
            Bearer by, @RequestParam(required = false) @Nullable String cursor, @RequestParam int limit);

    @GetExchange("/therapists/{id}")
    TherapistView find(Bearer by, @PathVariable TherapistId id);

    @GetExchange("/therapists/{id}/diary")
    ItemList<DiaryEntryView> diary(
            Bearer by, @PathVariable TherapistId id, @RequestParam Instant from, @RequestParam Instant to);
}
