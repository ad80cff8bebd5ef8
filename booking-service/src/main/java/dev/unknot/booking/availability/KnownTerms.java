package dev.unknot.booking.availability;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.terms.LocationTermsSnapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The terms of each location that ever put any, in their latest version. One thread at a time writes; readers take no lock. */
final class KnownTerms {

    private final Map<LocationId, Versioned> terms = new ConcurrentHashMap<>();

    boolean isNews(LocationId location, long version) {
        return version(location) < version;
    }

    void put(LocationTermsSnapshot snapshot, long version) {
        terms.put(snapshot.id(), new Versioned(snapshot, version));
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
