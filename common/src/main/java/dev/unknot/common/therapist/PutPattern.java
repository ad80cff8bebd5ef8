package dev.unknot.common.therapist;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Body of {@code PUT /api/v1/therapists/{id}/patterns/{validFrom}}: the whole week of one therapist, at all locations,
 * from that local date until the next pattern begins. No shifts: they do not work from then on.
 */
public record PutPattern(@NotNull @Size(max = 100) List<@NotNull @Valid Shift> shifts) {}
