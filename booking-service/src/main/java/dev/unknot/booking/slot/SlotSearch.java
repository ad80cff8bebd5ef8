package dev.unknot.booking.slot;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.unknot.booking.Staff;
import dev.unknot.booking.availability.Agreement;
import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.NotReady;
import dev.unknot.booking.availability.Opening;
import dev.unknot.booking.availability.Rule;
import dev.unknot.booking.availability.SlotQuery;
import dev.unknot.booking.terms.Quote;
import dev.unknot.common.access.Role;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.appointment.SlotExplanation;
import dev.unknot.common.appointment.TherapistStarts;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.Era;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The door of the slots. All it looks at is in memory: a search of the staff's takes no SQL, so what only the database
 * knows, such as whether a client exists, is for the booking to say. A client's link costs one read, of its own visit.
 */
@Service
public class SlotSearch {

    /** A local day may be longer than 24 hours. */
    private static final Duration LONGEST_DAY = Duration.ofHours(26);

    private final Availability availability;
    private final OwnVisit ownVisit;
    private final WideSearches wide;
    private final Clock clock;

    SlotSearch(Availability availability, OwnVisit ownVisit, WideSearches wide, Clock clock) {
        this.availability = availability;
        this.ownVisit = ownVisit;
        this.wide = wide;
        this.clock = clock;
    }

    /**
     * Ascending by start, then location, unless another order is asked for; no more than asked for. A page may end between two
     * locations at one start. A client finds times to move their own visit to.
     *
     * @throws NotReady while the index is being filled
     */
    public ItemList<Slot> find(SlotRequest request, Caller caller) {
        SlotRequest allowed = allowed(request, caller);
        availability.requireComplete();
        TreatmentSnapshot treatment = known(allowed, scope(caller));
        SlotQuery query = query(allowed, treatment, caller);
        List<Opening> found = wide.run(query, caller, () -> availability.search(query));
        List<Opening> page = found.subList(0, Math.min(found.size(), allowed.limit()));
        return new ItemList<>(
                page.stream()
                        .map(opening -> slot(
                                opening,
                                price(opening, treatment, allowed),
                                allowed.preferences().near()))
                        .toList(),
                page.size() < found.size() ? allowed.cursorAfter(page.getLast()) : null);
    }

    /**
     * Why a search like that finds what it finds, whatever its limit, order and page. Not for clients: it tells of others.
     *
     * @throws NotReady while the index is being filled
     */
    public SlotExplanation explain(SlotRequest request, Caller caller) {
        Staff.requireDesk(caller);
        SlotRequest allowed = allowed(request, caller);
        availability.requireComplete();
        TreatmentSnapshot treatment = known(allowed, scope(caller));
        SlotQuery query = query(allowed, treatment, caller);
        return Explanations.told(
                wide.run(query, caller, () -> availability.explain(query)),
                next -> slot(
                        next,
                        price(next, treatment, allowed),
                        allowed.preferences().near()));
    }

    /**
     * When each therapist of a location could begin anything that is sold there, in order of their ids. Not for clients: it
     * tells when rules may be set aside.
     *
     * @throws NotReady while the index is being filled
     */
    public ItemList<TherapistStarts> starts(LocationId location, Instant from, Instant to, Caller caller) {
        Staff.requireDesk(caller);
        caller.locations().require(location);
        if (!Era.includes(from) || !Era.includes(to)) {
            throw Rejection.malformed("invalid-parameter", "A search is within the years 1970 to 2199.", "from");
        }
        if (!from.isBefore(to)) {
            throw Rejection.invalid("range-empty", "The time to search ends after it begins.", "to");
        }
        if (Duration.between(from, to).compareTo(LONGEST_DAY) > 0) {
            throw Rejection.invalid("range-too-long", "Starts are told of one day.", "to");
        }
        availability.requireComplete();
        if (availability.version(location) == 0) {
            throw refused(Rule.LOCATION_KNOWN, "location");
        }
        return ItemList.all(availability.starts(location, new TimeRange(from, to), clock.instant()).entrySet().stream()
                .map(each -> new TherapistStarts(
                        each.getKey(),
                        List.copyOf(each.getValue().kept()),
                        List.copyOf(each.getValue().waivable())))
                .sorted(Comparator.comparing(
                        (TherapistStarts each) -> each.therapistId().value()))
                .toList());
    }

    private SlotRequest allowed(SlotRequest request, Caller caller) {
        if (caller.is(Role.CLIENT)) {
            return ownVisit.moved(request, caller);
        }
        Staff.requireDesk(caller);
        requireWaivable(request.waive(), caller);
        request.locations().forEach(caller.locations()::require);
        return agreement(request).map(request::keeping).orElse(request);
    }

    /** Of the visit that is to have another time where it is, and is to stay what it is. */
    private Optional<Agreement> agreement(SlotRequest request) {
        return Optional.ofNullable(request.moving())
                .flatMap(availability::agreement)
                .filter(agreed -> agreed.treatment().equals(request.treatment())
                        && agreed.minutes() == request.minutes()
                        && request.locations().equals(Set.of(agreed.location())));
    }

    private static LocationScope scope(Caller caller) {
        return caller.is(Role.CLIENT) ? LocationScope.of(Set.of()) : caller.locations();
    }

    private TreatmentSnapshot known(SlotRequest request, LocationScope scope) {
        TreatmentSnapshot treatment = availability
                .treatment(request.treatment())
                .orElseThrow(() -> Rejection.invalid("unknown-treatment", "There is no such treatment.", "treatment"));
        requireKnown(request);
        if (request.agreed() == null && !availability.sells(locations(request, scope), treatment, request.minutes())) {
            throw refused(Rule.MINUTES_OFFERED, "minutes");
        }
        return treatment;
    }

    private void requireKnown(SlotRequest request) {
        if (request.locations().stream().anyMatch(location -> availability.version(location) == 0)) {
            throw refused(Rule.LOCATION_KNOWN, "location");
        }
        LocationId near = request.preferences().near();
        if (near != null && availability.version(near) == 0) {
            throw refused(Rule.LOCATION_KNOWN, "near");
        }
        if (request.therapist() != null && availability.version(request.therapist()) == 0) {
            throw refused(Rule.THERAPIST_KNOWN, "therapist");
        }
    }

    private static void requireWaivable(Set<String> codes, Caller caller) {
        if (!codes.isEmpty()) {
            Staff.requireMayWaive(caller);
        }
        for (String code : codes) {
            if (Rule.ofCode(code).filter(Rule::soft).isEmpty()) {
                throw Rejection.invalid("waiver-not-allowed", "The rule " + code + " cannot be set aside.", "waive");
            }
        }
    }

    private SlotQuery query(SlotRequest request, TreatmentSnapshot treatment, Caller caller) {
        Lengthening lengthening = lengthening(request, locations(request, scope(caller)));
        List<ClientId> clients = request.clients();
        return new SlotQuery(
                treatment,
                request.minutes(),
                lengthening.locations(),
                request.therapist(),
                request.gender(),
                clients.isEmpty() ? null : clients.getFirst(),
                request.moving(),
                request.from(),
                request.to(),
                request.after(),
                // One more, to know whether there is another page.
                request.limit() + 1,
                request.waive(),
                clock.instant(),
                request.each(),
                request.preferences(),
                lengthening.minutes(),
                clients,
                request.agreed() != null);
    }

    private Lengthening lengthening(SlotRequest request, @Nullable Set<LocationId> locations) {
        return request.agreed() == null
                ? Lengthening.by(request.addOns(), locations, availability)
                : new Lengthening(locations, request.agreed().addedMinutes());
    }

    private static @Nullable Set<LocationId> locations(SlotRequest request, LocationScope scope) {
        if (!request.locations().isEmpty()) {
            return request.locations();
        }
        return scope.all() ? null : scope.ids().stream().map(LocationId::new).collect(toUnmodifiableSet());
    }

    /** As it would be booked. The terms may have changed since they were searched by. */
    private Money price(Opening opening, TreatmentSnapshot treatment, SlotRequest request) {
        if (request.agreed() != null) {
            return request.agreed().price();
        }
        return Quote.of(
                        availability.terms(opening.location()),
                        treatment,
                        request.minutes(),
                        request.preferences().party().size(),
                        request.addOns())
                .map(Quote::price)
                .orElseThrow(() -> refused(Rule.ON_THE_MENU, "treatment"));
    }

    private static Rejection refused(Rule rule, String parameter) {
        return Rejection.invalid(rule.code(), rule.sentence(), parameter);
    }

    private Slot slot(Opening opening, Money price, @Nullable LocationId near) {
        return new Slot(
                opening.session().start(),
                opening.session().end(),
                opening.zone(),
                opening.session().start().atZone(opening.zone()).toLocalDateTime(),
                opening.location(),
                opening.therapist(),
                opening.place().roomId(),
                price,
                therapists(opening),
                near == null ? null : kilometres(near, opening.location()));
    }

    private static List<TherapistId> therapists(Opening opening) {
        return Stream.concat(Stream.of(opening.therapist()), opening.others().stream())
                .toList();
    }

    private @Nullable Double kilometres(LocationId from, LocationId to) {
        OptionalDouble distance = availability.distance(from, to);
        return distance.isEmpty() ? null : Math.round(distance.getAsDouble() * 10) / 10.0;
    }
}
