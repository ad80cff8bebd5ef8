package dev.unknot.frontdesk.board;

import static java.util.stream.Collectors.toMap;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.terms.MenuAddOn;
import dev.unknot.common.terms.MenuView;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentView;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.Menus;
import dev.unknot.frontdesk.clinic.Treatments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the chain offers, and what one location sells of it. */
@Component
class Menu {

    private final Treatments treatments;
    private final Menus menus;

    Menu(Treatments treatments, Menus menus) {
        this.treatments = treatments;
        this.menus = menus;
    }

    /** In order of their names, in the lengths and for the prices of that location. */
    List<TreatmentView> at(LocationId location, Bearer by) {
        MenuView menu = menus.of(by, location);
        return menu.version() == 0
                ? all(by)
                : all(by).stream()
                        .map(treatment -> sold(treatment, menu))
                        .filter(treatment -> !treatment.offers().isEmpty())
                        .toList();
    }

    /** What that location gives on top, in the menu's order; nothing where it has no menu of its own. */
    List<MenuAddOn> addOns(LocationId location, Bearer by) {
        return menus.of(by, location).addOns();
    }

    private static TreatmentView sold(TreatmentView treatment, MenuView menu) {
        List<Offer> offers = menu.entries().stream()
                .filter(entry -> entry.treatmentId().equals(treatment.id()))
                .map(entry -> new Offer(entry.minutes(), entry.price()))
                .sorted(Comparator.comparing(Offer::minutes))
                .toList();
        return new TreatmentView(
                treatment.id(),
                treatment.version(),
                treatment.approach(),
                treatment.name(),
                offers,
                treatment.beforeMinutes(),
                treatment.afterMinutes(),
                treatment.skill(),
                treatment.capability(),
                treatment.cadenceMinutes(),
                treatment.noticeMinutes(),
                treatment.lastDay(),
                treatment.names());
    }

    /** In order of their names. */
    List<TreatmentView> all(Bearer by) {
        List<TreatmentView> all = new ArrayList<>();
        String cursor = null;
        do {
            var page = treatments.list(by, cursor);
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        all.sort(Comparator.comparing(TreatmentView::name));
        return all;
    }

    Map<TreatmentId, String> names(Bearer by) {
        return all(by).stream().collect(toMap(TreatmentView::id, TreatmentView::name));
    }
}
