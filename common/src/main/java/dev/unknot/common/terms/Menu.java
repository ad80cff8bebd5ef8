package dev.unknot.common.terms;

import dev.unknot.common.treatment.TreatmentId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * All that a location sells; also the body of {@code PUT /api/v1/locations/{id}/menu}, the whole menu.
 *
 * @param entries each treatment and length once
 * @param addOns each code once
 */
public record Menu(
        @NotNull @Size(max = 500) List<@NotNull @Valid MenuEntry> entries,
        @NotNull @Size(max = 100) List<@NotNull @Valid MenuAddOn> addOns) {

    public Menu {
        // What is missing is refused by validation, which sees it only if the record can be made.
        entries = entries == null ? null : List.copyOf(entries);
        addOns = addOns == null ? null : List.copyOf(addOns);
    }

    /** Empty: the treatment is not sold here in this length. */
    public Optional<MenuEntry> entry(TreatmentId treatment, int minutes) {
        return entries.stream()
                .filter(entry ->
                        entry.minutes() == minutes && entry.treatmentId().equals(treatment))
                .findFirst();
    }

    public Optional<MenuAddOn> addOn(String code) {
        return addOns.stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
