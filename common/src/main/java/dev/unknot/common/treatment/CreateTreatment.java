package dev.unknot.common.treatment;

import dev.unknot.common.text.Language;
import dev.unknot.common.text.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/treatments}, and, as the whole treatment, of {@code PUT /api/v1/treatments/{id}}. All minutes are multiples of 5.
 *
 * @param name where there is no other for a client's language
 * @param names what it is called in other languages, by BCP 47 tag; clients are written to in theirs
 * @param beforeMinutes the therapist's preparation, claimed before the session
 * @param afterMinutes the therapist's rest, claimed after it
 * @param skill what the therapist must have; null: nothing in particular
 * @param capability what the room must have; null: nothing in particular
 * @param cadenceMinutes starts are offered at multiples of this since local midnight on the wall clock
 * @param noticeMinutes least time between booking and start
 */
public record CreateTreatment(
        @NotNull Approach approach,
        @NotBlank @OneLine @Size(max = 100) String name,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Offer> offers,
        @Min(0) @Max(240) int beforeMinutes,
        @Min(0) @Max(240) int afterMinutes,

        @Nullable @Pattern(regexp = "[a-z0-9-]{1,40}", message = "must be a code of a-z, 0-9 and -")
        String skill,

        @Nullable @Pattern(regexp = "[a-z0-9-]{1,40}", message = "must be a code of a-z, 0-9 and -")
        String capability,

        @Min(5) @Max(1440) int cadenceMinutes,
        @Min(0) @Max(43200) int noticeMinutes,

        @Nullable @Size(max = 20)
        Map<
                        @Language @Pattern(regexp = Language.FORM, message = Language.EXPECTATION) String,
                        @NotBlank @OneLine @Size(max = 100) String>
                names) {

    /** With one name in all languages. */
    public CreateTreatment(
            Approach approach,
            String name,
            List<Offer> offers,
            int beforeMinutes,
            int afterMinutes,
            @Nullable String skill,
            @Nullable String capability,
            int cadenceMinutes,
            int noticeMinutes) {
        this(
                approach,
                name,
                offers,
                beforeMinutes,
                afterMinutes,
                skill,
                capability,
                cadenceMinutes,
                noticeMinutes,
                null);
    }
}
