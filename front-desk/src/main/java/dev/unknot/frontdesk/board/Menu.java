package dev.unknot.frontdesk.board;

import static java.util.stream.Collectors.toMap;

import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentView;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.Treatments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the chain offers. */
@Component
class Menu {

    private final Treatments treatments;

    Menu(Treatments treatments) {
        this.treatments = treatments;
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
