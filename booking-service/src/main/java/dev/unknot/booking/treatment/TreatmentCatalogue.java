package dev.unknot.booking.treatment;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.time.Grid;
import dev.unknot.common.treatment.CreateTreatment;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.common.treatment.TreatmentView;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.outbox.Outbox;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.transaction.AfterCommit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the treatments: what is sold, and its snapshot for whoever decides about a booking. */
@Service
public class TreatmentCatalogue {

    private final Treatments treatments;
    private final TreatmentMapper mapper;
    private final Outbox outbox;
    private final Availability availability;

    TreatmentCatalogue(Treatments treatments, TreatmentMapper mapper, Outbox outbox, Availability availability) {
        this.treatments = treatments;
        this.mapper = mapper;
        this.outbox = outbox;
        this.availability = availability;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public TreatmentView create(CreateTreatment command) {
        onGrid("beforeMinutes", command.beforeMinutes());
        onGrid("afterMinutes", command.afterMinutes());
        onGrid("cadenceMinutes", command.cadenceMinutes());
        command.offers().forEach(offer -> onGrid("offers", offer.minutes()));
        eachLengthOnce(command.offers());
        Treatment treatment = treatments.save(new Treatment(Ids.next(), command));
        TreatmentSnapshot snapshot = mapper.snapshot(treatment);
        outbox.announce(snapshot, treatment.getVersion(), null);
        learnAfterCommit(snapshot, treatment.getVersion());
        return mapper.view(treatment);
    }

    @Transactional(readOnly = true)
    public List<TreatmentView> all() {
        return treatments.byName().stream().map(mapper::view).toList();
    }

    @Transactional(readOnly = true)
    public Optional<TreatmentView> view(TreatmentId id) {
        return treatments.withId(id.value()).map(mapper::view);
    }

    /**
     * What others decide with; empty when there is no such treatment. One that is known is not read again, as a treatment
     * stays what it is once it is made.
     */
    @Transactional(readOnly = true)
    public Optional<TreatmentSnapshot> snapshot(TreatmentId id) {
        return availability.treatment(id).or(() -> treatments.withId(id.value()).map(mapper::snapshot));
    }

    /** The same for several; those that do not exist are left out. */
    @Transactional(readOnly = true)
    public List<TreatmentSnapshot> snapshots(Collection<TreatmentId> ids) {
        return treatments.among(ids.stream().map(TreatmentId::value).toList()).stream()
                .map(mapper::snapshot)
                .toList();
    }

    private void learnAfterCommit(TreatmentSnapshot treatment, long version) {
        // Who has just created it searches by it at once, before it comes back as an event.
        AfterCommit.run(() -> availability.learn(treatment, version));
    }

    private static void onGrid(String field, int minutes) {
        if (!Grid.fits(minutes)) {
            throw Rejection.invalid("off-grid", "Minutes are multiples of 5, but these are " + minutes + ".", field);
        }
    }

    private static void eachLengthOnce(List<Offer> offers) {
        if (offers.stream().map(Offer::minutes).distinct().count() < offers.size()) {
            throw Rejection.invalid("length-offered-twice", "Each length of a treatment has one price.", "offers");
        }
    }
}
