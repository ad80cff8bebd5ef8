package dev.unknot.booking.terms;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.terms.BookingPolicyView;
import dev.unknot.common.terms.LocationTermsSnapshot;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.terms.MenuView;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.outbox.Outbox;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.transaction.AfterCommit;
import dev.unknot.platform.transaction.ResourceLocks;
import dev.unknot.platform.web.ExpectedVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the locations' terms. Who decides about a booking finds them in the index of availability, which is taught here. */
@Service
public class LocationTerms {

    private final TermsRows rows;
    private final Policies policies;
    private final Menus menus;
    private final TreatmentCatalogue treatments;
    private final Availability availability;
    private final ResourceLocks locks;
    private final Outbox outbox;

    LocationTerms(
            TermsRows rows,
            Policies policies,
            Menus menus,
            TreatmentCatalogue treatments,
            Availability availability,
            ResourceLocks locks,
            Outbox outbox) {
        this.rows = rows;
        this.policies = policies;
        this.menus = menus;
        this.treatments = treatments;
        this.availability = availability;
        this.locks = locks;
        this.outbox = outbox;
    }

    /** A location that is unknown, or not in the scope, is not found. */
    @Transactional(readOnly = true)
    public BookingPolicyView policy(LocationId location, LocationScope scope) {
        requireVisible(location, scope);
        return BookingPolicyView.of(location, rows.versions(location).policy(), policies.of(location));
    }

    /** A location that is unknown, or not in the scope, is not found. */
    @Transactional(readOnly = true)
    public MenuView menu(LocationId location, LocationScope scope) {
        requireVisible(location, scope);
        return view(location, rows.versions(location).menu(), menus.of(location));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public BookingPolicyView put(LocationId location, ExpectedVersion expected, BookingPolicy policy) {
        requireKnown(location);
        PolicyRules.require(policy);
        TermsVersions before = locked(location);
        expected.require(before.policy());
        TermsVersions after = before.withPolicy();
        rows.keep(location, after);
        policies.keep(location, policy);
        announce(location, after);
        return BookingPolicyView.of(location, after.policy(), policy);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public MenuView put(LocationId location, ExpectedVersion expected, Menu menu) {
        requireKnown(location);
        MenuRules.require(menu);
        MenuRules.requireKnown(menu, known(menu));
        TermsVersions before = locked(location);
        expected.require(before.menu());
        TermsVersions after = before.withMenu();
        rows.keep(location, after);
        menus.keep(location, menu);
        announce(location, after);
        return view(location, after.menu(), menu);
    }

    /**
     * Teaches the index what is stored, where that is newer than what it knows.
     *
     * @param stored the version in the database
     */
    @Transactional(readOnly = true)
    public void teach(LocationId location, long stored) {
        if (stored > availability.termsVersion(location)) {
            TermsVersions versions = rows.versions(location);
            availability.learn(rows.snapshot(location, versions), versions.snapshot());
        }
    }

    private Set<TreatmentId> known(Menu menu) {
        List<TreatmentId> named =
                menu.entries().stream().map(MenuEntry::treatmentId).distinct().toList();
        return treatments.snapshots(named).stream().map(TreatmentSnapshot::id).collect(Collectors.toSet());
    }

    /** By a lock of its own: most locations never put any terms and have no row that could be locked. */
    private TermsVersions locked(LocationId location) {
        locks.lock(List.of(UUID.nameUUIDFromBytes(("terms of " + location).getBytes(StandardCharsets.UTF_8))));
        return rows.versions(location);
    }

    private void announce(LocationId location, TermsVersions versions) {
        LocationTermsSnapshot snapshot = rows.snapshot(location, versions);
        outbox.announce(snapshot, versions.snapshot(), null);
        AfterCommit.run(() -> availability.learn(snapshot, versions.snapshot()));
    }

    private void requireVisible(LocationId location, LocationScope scope) {
        if (!scope.includes(location)) {
            throw unknown();
        }
        requireKnown(location);
    }

    private void requireKnown(LocationId location) {
        if (availability.version(location) == 0) {
            availability.requireComplete();
            throw unknown();
        }
    }

    private static MenuView view(LocationId location, long version, Menu menu) {
        return new MenuView(location, version, menu.entries(), menu.addOns());
    }

    private static Rejection unknown() {
        return Rejection.notFound("unknown-location", "There is no such location.");
    }
}
