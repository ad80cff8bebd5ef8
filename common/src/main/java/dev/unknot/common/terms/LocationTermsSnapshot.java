package dev.unknot.common.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A location's terms as they now are.
 *
 * @param menu null: every treatment, as the treatment itself is offered
 */
@Announced(type = "dev.unknot.terms.snapshot.v1", topic = Topics.TERMS)
public record LocationTermsSnapshot(
        LocationId id,
        BookingPolicy policy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Menu menu) implements TermsEvent {

    /** Of a location that never put any. */
    public static LocationTermsSnapshot usual(LocationId id) {
        return new LocationTermsSnapshot(id, BookingPolicy.USUAL, null);
    }

    @Override
    public UUID subject() {
        return id.value();
    }
}
