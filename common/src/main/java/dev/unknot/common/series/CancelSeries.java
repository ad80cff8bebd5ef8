package dev.unknot.common.series;

import dev.unknot.common.text.Prose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/series/{id}/cancellation}. Visits moved by hand are called off too.
 *
 * @param from number of the occurrence meant by THIS, or the first of FOLLOWING; of no meaning for ALL
 * @param cause a code, such as {@code client-asked} or {@code therapist-ill}; announced with the events
 * @param note in words, kept with each appointment and never announced
 */
public record CancelSeries(
        @NotNull SeriesScope scope,
        @Min(1) @Max(Recurrence.MOST) int from,

        @NotBlank @Pattern(regexp = "[a-z-]{1,40}", message = "must be a code of a-z and -")
        String cause,

        @Nullable @Prose @Size(max = 500) String note) {

    /** Without the words, which may speak of a person. */
    @Override
    public String toString() {
        return "CancelSeries[scope=" + scope + ", from=" + from + ", cause=" + cause + "]";
    }
}
