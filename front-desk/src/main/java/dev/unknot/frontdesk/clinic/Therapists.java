package dev.unknot.frontdesk.clinic;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.therapist.DiaryEntryView;
import dev.unknot.common.therapist.TakeTimeOff;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.common.therapist.TimeOffId;
import dev.unknot.common.therapist.TimeOffView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Therapists, their diaries and their times off, in therapist-service. */
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

    @GetExchange("/therapists/{id}/time-off")
    ItemList<TimeOffView> timesOff(
            Bearer by, @PathVariable TherapistId id, @RequestParam Instant from, @RequestParam Instant to);

    @PostExchange("/therapists/{id}/time-off")
    TimeOffView takeTimeOff(
            Bearer by,
            @PathVariable TherapistId id,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody TakeTimeOff command);

    @DeleteExchange("/therapists/{id}/time-off/{timeOffId}")
    void giveBackTimeOff(Bearer by, @PathVariable TherapistId id, @PathVariable TimeOffId timeOffId);
}
