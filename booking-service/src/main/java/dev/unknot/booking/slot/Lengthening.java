package dev.unknot.booking.slot;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.terms.LocationTermsSnapshot;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuAddOn;
import dev.unknot.platform.problem.Rejection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By how much add-ons lengthen a session, and where they are given.
 *
 * @param locations null: all
 */
record Lengthening(@Nullable Set<LocationId> locations, int minutes) {

    /**
     * Refuses add-ons that none of the locations gives, and those that take longer at one than at another: a search is for
     * sessions of one length.
     *
     * @param codes each once
     * @param asked null: all
     */
    static Lengthening by(List<String> codes, @Nullable Set<LocationId> asked, Availability availability) {
        if (codes.isEmpty()) {
            return new Lengthening(asked, 0);
        }
        if (Set.copyOf(codes).size() < codes.size()) {
            throw Rejection.invalid("add-on-twice", "Each add-on is given once.", "addOn");
        }
        Map<LocationId, Integer> given = new HashMap<>();
        for (LocationId location : availability.locations(asked)) {
            minutes(codes, availability.terms(location)).ifPresent(minutes -> given.put(location, minutes));
        }
        Set<Integer> lengths = given.values().stream().collect(toUnmodifiableSet());
        if (lengths.isEmpty()) {
            throw Rejection.invalid("unknown-add-on", "None of the locations gives that on top.", "addOn");
        }
        if (lengths.size() > 1) {
            throw Rejection.invalid(
                    "add-on-lengths-differ",
                    "That takes longer at one location than at another; search them one by one.",
                    "addOn");
        }
        return new Lengthening(Set.copyOf(given.keySet()), lengths.iterator().next());
    }

    /** Empty where one of them is not given. */
    private static Optional<Integer> minutes(List<String> codes, LocationTermsSnapshot terms) {
        Menu menu = terms.menu();
        int minutes = 0;
        for (String code : codes) {
            Optional<MenuAddOn> addOn = menu == null ? Optional.empty() : menu.addOn(code);
            if (addOn.isEmpty()) {
                return Optional.empty();
            }
            minutes += addOn.get().minutes();
        }
        return Optional.of(minutes);
    }
}
