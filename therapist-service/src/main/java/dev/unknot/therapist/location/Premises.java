package dev.unknot.therapist.location;

import dev.unknot.common.location.Address;
import dev.unknot.common.location.CreateLocation;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.PutLocationParticulars;
import dev.unknot.common.location.PutOpeningHours;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.web.ExpectedVersion;
import dev.unknot.therapist.schedule.OpeningTimes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The clinic's places: the door to locations. Changes run in the caller's transaction. */
@Service
public class Premises {

    private final Locations locations;
    private final LocationMapper mapper;
    private final LocationAnnouncements announcements;
    private final ApplicationEventPublisher service;

    Premises(
            Locations locations,
            LocationMapper mapper,
            LocationAnnouncements announcements,
            ApplicationEventPublisher service) {
        this.locations = locations;
        this.mapper = mapper;
        this.announcements = announcements;
        this.service = service;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public LocationView open(CreateLocation request) {
        OpeningRules.requireRegion(request.zone());
        AddressRules.require(request.address(), "address.");
        OpeningRules.require(request.openingHours());
        Location location = new Location(Ids.next(), request);
        announcements.announce(location, null);
        return mapper.view(locations.save(location));
    }

    /** The therapists who work there are announced again, soon after. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LocationView changeOpeningHours(LocationId id, ExpectedVersion expected, PutOpeningHours request) {
        OpeningRules.require(request.openingHours());
        Location location = locations.lock(id.value()).orElseThrow(() -> Location.unknown(id));
        expected.require(location.getVersion());
        location.open(request.openingHours());
        announcements.announce(location, null);
        service.publishEvent(new OpeningHoursChanged(id));
        return mapper.view(location);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public LocationView changeAddress(LocationId id, ExpectedVersion expected, Address address) {
        AddressRules.require(address, "");
        Location location = locations.lock(id.value()).orElseThrow(() -> Location.unknown(id));
        expected.require(location.getVersion());
        location.stand(address);
        announcements.announce(location, null);
        return mapper.view(location);
    }

    /** Who has been told the old name or number already is not told again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LocationView rename(LocationId id, ExpectedVersion expected, PutLocationParticulars particulars) {
        Location location = locations.lock(id.value()).orElseThrow(() -> Location.unknown(id));
        expected.require(location.getVersion());
        location.rename(particulars);
        announcements.announce(location, null);
        return mapper.view(location);
    }

    @Transactional(readOnly = true)
    public LocationView find(LocationId id, LocationScope scope) {
        return locations
                .find(id.value(), scope.all(), scope.ids())
                .map(mapper::view)
                .orElseThrow(() -> Location.unknown(id));
    }

    @Transactional(readOnly = true)
    public void requireVisible(LocationId id, LocationScope scope) {
        if (locations.find(id.value(), scope.all(), scope.ids()).isEmpty()) {
            throw Location.unknown(id);
        }
    }

    /** In order of id, which is the order in which they were opened. */
    @Transactional(readOnly = true)
    public List<LocationView> page(LocationScope scope, UUID after, int limit) {
        return locations.page(scope.all(), scope.ids(), after, Limit.of(limit)).stream()
                .map(mapper::view)
                .toList();
    }

    /** When those of the locations that exist are open. */
    @Transactional(readOnly = true)
    public Map<LocationId, OpeningTimes> openingTimes(Collection<LocationId> ids) {
        return byId(locations.among(values(ids)));
    }

    /** The same, and they stay so until the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<LocationId, OpeningTimes> heldOpeningTimes(Collection<LocationId> ids) {
        return byId(locations.hold(values(ids)));
    }

    private static Map<LocationId, OpeningTimes> byId(List<Location> found) {
        return found.stream()
                .collect(Collectors.toMap(location -> new LocationId(location.getId()), Location::openingTimes));
    }

    private static List<UUID> values(Collection<LocationId> ids) {
        return ids.stream().map(LocationId::value).toList();
    }
}
