package dev.unknot.booking.availability;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.terms.LocationTermsSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.time.Grid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything learned so far. Writers take turns; readers take no lock and see each resource whole, old or new. */
final class Index {

    /** A week's limit counts from its Monday; and horizons of different services and instances begin at slightly different days. */
    private static final long PAST_KEPT = Duration.ofDays(8).dividedBy(Grid.CELL);

    private final Supply supply = new Supply();
    private final Demand demand = new Demand();
    private final KnownTerms terms = new KnownTerms();
    private final KnownClients clients = new KnownClients();
    private final Travel travel;

    Index(Travel travel) {
        this.travel = travel;
    }

    synchronized void learn(LocationSnapshot snapshot, long version) {
        if (supply.isNews(snapshot.id(), version)) {
            LocationTime location = LocationTime.of(snapshot, version, demand::kept, Terms.of(terms.of(snapshot.id())));
            supply.put(location);
            demand.horizonEnds(location.to());
            demand.forgetBefore(location.from() - PAST_KEPT);
        }
    }

    synchronized void learn(TherapistSnapshot snapshot, long version) {
        if (supply.isNews(snapshot.id(), version)) {
            supply.put(TherapistTime.of(
                    snapshot, version, demand.kept(snapshot.id().value())));
        }
    }

    /** Before or after the location itself. */
    synchronized void learn(LocationTermsSnapshot snapshot, long version) {
        if (terms.isNews(snapshot.id(), version)) {
            LocationTime known = location(snapshot.id());
            if (known != null) {
                supply.put(known.with(Terms.of(snapshot)));
            }
            // Last: who reads this version and then judges is not to judge by the one before.
            terms.put(snapshot, version);
        }
    }

    synchronized void learn(ClientStanding standing) {
        clients.learn(standing);
    }

    synchronized void learn(Attendance attendance) {
        clients.learn(attendance);
    }

    synchronized void erase(LocationId id, long version) {
        supply.erase(id, version);
    }

    synchronized void erase(TherapistId id, long version) {
        supply.erase(id, version);
    }

    synchronized void learn(Commitment commitment) {
        demand.learn(commitment);
    }

    KnownTerms terms() {
        return terms;
    }

    boolean knows(ClientStanding standing) {
        ClientStanding known = clients.standing(standing.client());
        return known.barred() == standing.barred() && known.avoids().equals(standing.avoids());
    }

    Guest guest(ClientId client) {
        return new Guest(clients.standing(client), clients.missed(client));
    }

    /** From and to the location; empty when nobody knows where that is. */
    Optional<Journey> journey(LocationTime location) {
        return Optional.ofNullable(location.site())
                .map(site -> new Journey(location.id(), site, travel, this::coordinates));
    }

    private @Nullable Coordinates coordinates(LocationId id) {
        LocationTime location = location(id);
        return location == null ? null : location.site();
    }

    @Nullable
    Site site(LocationId id) {
        return supply.site(id);
    }

    @Nullable
    LocationTime location(LocationId id) {
        Site site = supply.site(id);
        return site == null ? null : site.location();
    }

    List<Site> sites(@Nullable Set<LocationId> asked) {
        return supply.sites(asked);
    }

    @Nullable
    TherapistTime therapist(TherapistId id) {
        return supply.therapist(id);
    }

    /** Null for a resource on which there has never been a claim. */
    @Nullable
    Resource resource(UUID id) {
        return demand.resource(id);
    }

    @Nullable
    Engagement engagement(UUID commitment) {
        return demand.engagement(commitment);
    }
}
