package dev.unknot.booking.availability;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.terms.LocationTermsSnapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The terms of each location that ever put any, in their latest version. */
final class KnownTerms {

    private final Map<LocationId, Versioned> terms = new ConcurrentHashMap<>();

    void learn(LocationTermsSnapshot snapshot, long version) {
        terms.merge(
                snapshot.id(),
                new Versioned(snapshot, version),
                (known, next) -> known.version() < next.version() ? next : known);
    }

    LocationTermsSnapshot of(LocationId location) {
        Versioned known = terms.get(location);
        return known == null ? LocationTermsSnapshot.usual(location) : known.snapshot();
    }

    long version(LocationId location) {
        Versioned known = terms.get(location);
        return known == null ? 0 : known.version();
    }

    private record Versioned(LocationTermsSnapshot snapshot, long version) {}
}
