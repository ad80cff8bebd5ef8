package dev.unknot.booking.treatment;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.time.Era;
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
import dev.unknot.platform.transaction.ResourceLocks;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ResourceLocks locks;
    private final ApplicationEventPublisher service;

    TreatmentCatalogue(
            Treatments treatments,
            TreatmentMapper mapper,
            Outbox outbox,
            Availability availability,
            ResourceLocks locks,
            ApplicationEventPublisher service) {
        this.treatments = treatments;
        this.mapper = mapper;
        this.outbox = outbox;
        this.availability = availability;
        this.locks = locks;
        this.service = service;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public TreatmentView create(CreateTreatment command) {
        require(command);
        return announced(treatments.save(new Treatment(Ids.next(), command)));
    }

    /**
     * Visits agreed on keep their length, their price and their time. Those whose therapist or room no longer has what the
     * treatment needs are displaced.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TreatmentView put(TreatmentId id, ExpectedVersion expected, CreateTreatment command) {
        require(command);
        // A booking of it that is on its way either is seen here or sees what is put.
        locks.lock(List.of(id.value()));
        Treatment treatment = locked(id, expected);
        boolean sameNeeds = treatment.needsTheSameAs(command);
        treatment.put(command);
        TreatmentView view = announced(treatment);
        if (!sameNeeds) {
            service.publishEvent(new TreatmentNeedsChanged(id));
        }
        return view;
    }

    /**
     * Nothing is announced where that was the last day before.
     *
     * @param lastDay on which a session booked from now on may begin, by the clock of each location; null: without end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TreatmentView sellUntil(TreatmentId id, ExpectedVersion expected, @Nullable LocalDate lastDay) {
        if (lastDay != null && !Era.includes(lastDay)) {
            throw Rejection.malformed("invalid-request", "A last day lies in the years 1970 to 2199.", "lastDay");
        }
        Treatment treatment = locked(id, expected);
        if (Objects.equals(treatment.getLastDay(), lastDay)) {
            return mapper.view(treatment);
        }
        treatment.sellUntil(lastDay);
        return announced(treatment);
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
     * What others decide with; empty when there is no such treatment. One that is known is not read again; who decides
     * asks for its stored version under the locks, see {@link #teach}.
     */
    @Transactional(readOnly = true)
    public Optional<TreatmentSnapshot> snapshot(TreatmentId id) {
        return availability.treatment(id).or(() -> treatments.withId(id.value()).map(mapper::snapshot));
    }

    /**
     * Teaches the index what is stored, where that is newer than what it knows.
     *
     * @param stored the version in the database
     */
    @Transactional(readOnly = true)
    public void teach(TreatmentId id, long stored) {
        if (stored > availability.version(id)) {
            treatments
                    .withId(id.value())
                    .ifPresent(treatment -> availability.learn(mapper.snapshot(treatment), treatment.getVersion()));
        }
    }

    /** The same for several; those that do not exist are left out. */
    @Transactional(readOnly = true)
    public List<TreatmentSnapshot> snapshots(Collection<TreatmentId> ids) {
        return treatments.among(ids.stream().map(TreatmentId::value).toList()).stream()
                .map(mapper::snapshot)
                .toList();
    }

    private Treatment locked(TreatmentId id, ExpectedVersion expected) {
        Treatment treatment = treatments.lock(id.value()).orElseThrow(TreatmentCatalogue::unknown);
        expected.require(treatment.getVersion());
        return treatment;
    }

    private TreatmentView announced(Treatment treatment) {
        TreatmentSnapshot snapshot = mapper.snapshot(treatment);
        outbox.announce(snapshot, treatment.getVersion(), null);
        learnAfterCommit(snapshot, treatment.getVersion());
        return mapper.view(treatment);
    }

    /** Of an id that names nothing. */
    public static Rejection unknown() {
        return Rejection.notFound("not-found", "There is no such treatment.");
    }

    private static void require(CreateTreatment command) {
        onGrid("beforeMinutes", command.beforeMinutes());
        onGrid("afterMinutes", command.afterMinutes());
        onGrid("cadenceMinutes", command.cadenceMinutes());
        command.offers().forEach(offer -> onGrid("offers", offer.minutes()));
        eachLengthOnce(command.offers());
        inOneCurrency(command.offers());
    }

    private void learnAfterCommit(TreatmentSnapshot treatment, long version) {
        // Who has just put it searches by it at once, before it comes back as an event.
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

    private static void inOneCurrency(List<Offer> offers) {
        if (offers.stream().map(offer -> offer.price().currency()).distinct().count() > 1) {
            throw Rejection.invalid("currencies-mixed", "The prices of a treatment are in one currency.", "offers");
        }
    }
}
