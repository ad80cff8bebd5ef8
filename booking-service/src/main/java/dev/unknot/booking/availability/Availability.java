package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.terms.LocationTermsSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When which therapist, room and client is free, over the horizon of the snapshots learned. Every offered start can be
 * booked and every bookable start is offered: {@link #search} and {@link #assess} apply the same rules to the same cells.
 *
 * <p>Safe for use by many threads: a search takes no lock and sees each resource as it was before or after an event, never
 * between. Facts may be learned in any order and any number of times; only a version higher than the last one applies.
 *
 * <p>Size, measured over a horizon of 180 days: 7 KB for a therapist at one location (and as much again for each further
 * one), and once searched 12 KB more, in which their share of the location's rooms is contained; 340 bytes for an appointment
 * with three claims, of which a million are learned in some 6 seconds. A change costs the same however much is known.
 */
public final class Availability {

    private final Index index;
    private final KnownTreatments treatments = new KnownTreatments();
    private volatile boolean complete;

    public Availability() {
        this(Travel.USUAL);
    }

    public Availability(Travel travel) {
        index = new Index(travel);
    }

    /** From now on all is learned that was known at the start, and what is not found does not exist. */
    public void completed() {
        complete = true;
    }

    /** Once true it stays true. */
    public boolean complete() {
        return complete;
    }

    /** @throws NotReady while something that exists may not be known yet */
    public void requireComplete() {
        if (!complete) {
            throw new NotReady();
        }
    }

    public void learn(LocationSnapshot location, long version) {
        index.learn(location, version);
    }

    public void learn(TherapistSnapshot therapist, long version) {
        index.learn(therapist, version);
    }

    public void learn(LocationTermsSnapshot snapshot, long version) {
        index.learn(snapshot, version);
    }

    public void learn(TreatmentSnapshot treatment, long version) {
        treatments.learn(treatment, version);
    }

    public void learn(ClientStanding standing) {
        index.learn(standing);
    }

    public void learn(Attendance attendance) {
        index.learn(attendance);
    }

    /** As though it had never been, unless a higher version is known or comes later. */
    public void erase(LocationId location, long version) {
        index.erase(location, version);
    }

    /** As though they had never been, unless a higher version is known or comes later. */
    public void erase(TherapistId therapist, long version) {
        index.erase(therapist, version);
    }

    /** As though it had never been, unless a higher version is known or comes later. */
    public void erase(TreatmentId treatment, long version) {
        treatments.erase(treatment, version);
    }

    /** Takes its claims for all that the appointment or block has. */
    public void learn(Commitment commitment) {
        index.learn(commitment);
    }

    /** The version last learned; 0 when the location is unknown. */
    public long version(LocationId location) {
        LocationTime known = index.location(location);
        return known == null ? 0 : known.version();
    }

    /** Whose clock hangs on its wall; empty when the location is unknown. */
    public Optional<ZoneId> zone(LocationId location) {
        LocationTime known = index.location(location);
        return known == null ? Optional.empty() : Optional.of(known.zone());
    }

    /** The version last learned; 0 when the therapist is unknown. */
    public long version(TherapistId therapist) {
        TherapistTime known = index.therapist(therapist);
        return known == null ? 0 : known.version();
    }

    /** The version last learned; 0 when the location has the usual terms. */
    public long termsVersion(LocationId location) {
        return index.terms().version(location);
    }

    /** Whether a client stands like that here too, in whatever version. */
    public boolean knows(ClientStanding standing) {
        return index.knows(standing);
    }

    /** The usual ones, of a location that never put others. */
    public LocationTermsSnapshot terms(LocationId location) {
        return index.terms().of(location);
    }

    /** What a visit was agreed on; empty where it is not known, was never booked or lies far behind. */
    public Optional<Agreement> agreement(AppointmentId visit) {
        return Optional.ofNullable(index.engagement(visit.value())).map(Engagement::agreement);
    }

    /** What is sold under that id, as last learned. */
    public Optional<TreatmentSnapshot> treatment(TreatmentId id) {
        return Optional.ofNullable(treatments.get(id));
    }

    /** The version last learned; 0 when it is unknown. */
    public long version(TreatmentId treatment) {
        return treatments.version(treatment);
    }

    /**
     * At most as many as asked for, ascending by start, then location, then therapist, unless the query prefers another order.
     * A ranking by harm has no pages.
     */
    public Openings search(SlotQuery query) {
        return query.preferences().earliestFirst()
                ? new Search(query, index).run()
                : new RankedSearch(query, index, treatments, index.terms()).run();
    }

    /** Whether any of the locations sells the treatment in that length, by its menu or for want of one; null: of all. */
    public boolean sells(@Nullable Set<LocationId> locations, TreatmentSnapshot treatment, int minutes) {
        return treatment.offers().stream().anyMatch(offer -> offer.minutes() == minutes)
                || index.sites(locations).stream()
                        .map(site -> site.location().terms())
                        .anyMatch(terms -> terms.hasMenu() && terms.lists(treatment, minutes));
    }

    /** Those of the given ones that are known, in order; null: all. */
    public List<LocationId> locations(@Nullable Set<LocationId> among) {
        return index.sites(among).stream().map(site -> site.location().id()).toList();
    }

    /** Why a search like that finds what it finds; the limit, the page and the order are of no account. */
    public Explanation explain(SlotQuery query) {
        return new Inquiry(query, index).explain();
    }

    /** As the crow flies, in kilometres; empty when one of them or its coordinates are unknown. */
    public OptionalDouble distance(LocationId from, LocationId to) {
        LocationTime one = index.location(from);
        LocationTime other = index.location(to);
        Double kilometres = one == null || other == null ? null : one.kilometresTo(other);
        return kilometres == null ? OptionalDouble.empty() : OptionalDouble.of(kilometres);
    }

    public Verdict assess(BookingWish wish) {
        return new Judgement(wish, index).pass();
    }

    /** By limits, travel and approval alone, judged by what the database has of them instead of the index. */
    public Objections objections(PartyWish wish, Collection<TherapistId> therapists, Surroundings around) {
        return new Recheck(wish, index, around).pass(therapists);
    }

    /** Every rule that stands against a wish, not only the first; for who is refused. */
    public List<PartyVerdict.Refused> grounds(PartyWish wish) {
        return new Grounds(wish, index).all();
    }

    /** When each therapist of the location could begin the shortest session of anything that is sold there. */
    public Map<TherapistId, StartTimes> starts(LocationId location, TimeRange range, Instant now) {
        return new Sellable(index, treatments, location, now).within(range);
    }

    /** As of one by one, and for all of them together. */
    public PartyVerdict assess(PartyWish wish) {
        return new PartyJudgement(wish, index).pass();
    }
}
