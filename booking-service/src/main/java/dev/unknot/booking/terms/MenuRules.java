package dev.unknot.booking.terms;

import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuAddOn;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.time.Grid;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.problem.Rejection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What makes a menu one that can be sold from. All prices are in one currency: an add-on is paid together with a treatment. */
final class MenuRules {

    private MenuRules() {}

    static void require(Menu menu) {
        requireEntries(menu.entries());
        requireAddOns(menu.addOns());
        Set<String> currencies = new HashSet<>();
        menu.entries().forEach(entry -> currencies.add(entry.price().currency()));
        menu.addOns().forEach(addOn -> currencies.add(addOn.price().currency()));
        if (currencies.size() > 1) {
            throw Rejection.invalid("currencies-mixed", "The prices of a menu are in one currency.", "entries");
        }
    }

    static void requireKnown(Menu menu, Set<TreatmentId> known) {
        for (int i = 0; i < menu.entries().size(); i++) {
            if (!known.contains(menu.entries().get(i).treatmentId())) {
                throw Rejection.invalid(
                        "unknown-treatment", "There is no such treatment.", "entries[" + i + "].treatmentId");
            }
        }
    }

    private static void requireEntries(List<MenuEntry> entries) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            MenuEntry entry = entries.get(i);
            onGrid(entry.minutes(), "entries[" + i + "].minutes");
            if (!seen.add(List.of(entry.treatmentId(), entry.minutes()))) {
                throw Rejection.invalid(
                        "length-offered-twice", "Each length of a treatment has one price.", "entries[" + i + "]");
            }
        }
    }

    private static void requireAddOns(List<MenuAddOn> addOns) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < addOns.size(); i++) {
            MenuAddOn addOn = addOns.get(i);
            onGrid(addOn.minutes(), "addOns[" + i + "].minutes");
            if (!codes.add(addOn.code())) {
                throw Rejection.invalid(
                        "add-on-twice", "Each add-on of a menu has a code of its own.", "addOns[" + i + "].code");
            }
        }
    }

    private static void onGrid(int minutes, String field) {
        if (!Grid.fits(minutes)) {
            throw Rejection.invalid("off-grid", "Minutes are multiples of 5, but these are " + minutes + ".", field);
        }
    }
}
