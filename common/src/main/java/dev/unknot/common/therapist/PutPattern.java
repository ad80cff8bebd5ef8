package dev.unknot.common.therapist;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Body of {@code PUT /api/v1/therapists/{id}/patterns/{validFrom}}: the whole rota of one therapist, at all locations,
 * from that local date until the next pattern begins. No shifts: they do not work from then on.
 *
 * @param weeks after how many weeks it begins anew, 1 to 8; 1 when left out. Week 1 is the week, from Monday, in which
 *     {@code validFrom} lies
 */
public record PutPattern(
        @NotNull @Size(max = 200) List<@NotNull @Valid Shift> shifts,

        @JsonProperty(isRequired = OptBoolean.FALSE) @Min(1) @Max(8)
        Integer weeks) {

    public PutPattern {
        weeks = weeks == null ? 1 : weeks;
    }

    /** The same every week. */
    public PutPattern(List<Shift> shifts) {
        this(shifts, 1);
    }
}
