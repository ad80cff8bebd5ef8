package dev.unknot.therapist.location;

import dev.unknot.common.location.Address;
import dev.unknot.common.location.CreateLocation;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.PutLocationParticulars;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.WeeklyHours;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.therapist.schedule.OpeningTimes;
import dev.unknot.therapist.schedule.TimeRanges;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "locations")
class Location implements Persistable<UUID> {

    @Id
    private UUID id;

    private long version;
    private String name;
    private ZoneId zone;
    private String street;
    private String postalCode;
    private String city;
    private String country;
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private String phone;
    private @Nullable String email;
    private Instant freshFrom = Instant.EPOCH;
    private Instant freshUntil = Instant.EPOCH;

    @ElementCollection
    @CollectionTable(name = "opening_hours", joinColumns = @JoinColumn(name = "location_id"))
    @BatchSize(size = 100)
    private List<OpeningHours> openingHours = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "location_id", nullable = false, updatable = false)
    @OrderBy("id")
    @BatchSize(size = 100)
    private List<Room> rooms = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST, orphanRemoval = true)
    @JoinColumn(name = "location_id", nullable = false, updatable = false)
    @OrderBy("starts, id")
    @BatchSize(size = 100)
    private List<Closure> closures = new ArrayList<>();

    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init")
    protected Location() {}

    Location(UUID id, CreateLocation location) {
        this.id = id;
        this.name = location.name();
        this.zone = location.zone();
        stand(location.address());
        this.phone = AddressRules.phone(location.phone(), location.address());
        this.email = AddressRules.email(location.email());
        open(location.openingHours());
    }

    final void stand(Address address) {
        street = address.street();
        postalCode = address.postalCode();
        city = address.city();
        country = address.country();
        latitude = address.latitude();
        longitude = address.longitude();
    }

    void rename(PutLocationParticulars particulars) {
        name = particulars.name();
        phone = AddressRules.phone(particulars.phone(), getAddress());
        email = AddressRules.email(particulars.email());
    }

    void open(List<WeeklyHours> week) {
        openingHours.clear();
        week.stream().map(OpeningHours::of).forEach(openingHours::add);
    }

    void add(Room room) {
        rooms.add(room);
    }

    void add(Closure closure) {
        closures.add(closure);
    }

    void remove(Closure closure) {
        closures.remove(closure);
    }

    /** By start; null for the location itself, else of one room. */
    List<Closure> closures(@Nullable UUID room) {
        return closures.stream()
                .filter(closure -> Objects.equals(closure.getRoomId(), room))
                .toList();
    }

    /** When the location, or one room of it, is closed. */
    TimeRanges closed(@Nullable UUID room) {
        return TimeRanges.union(closures(room).stream().map(Closure::during).toList());
    }

    /** When a room cannot be used: while it is out of use, and once it is withdrawn, as far as {@code known} reaches. */
    TimeRanges outages(Room room, TimeRange known) {
        TimeRanges planned = closed(room.getId());
        return room.withdrawnFrom(zone)
                .filter(gone -> gone.isBefore(known.end()))
                .map(gone -> new TimeRange(gone.isAfter(known.start()) ? gone : known.start(), known.end()))
                .map(gone -> TimeRanges.union(Stream.concat(planned.ranges().stream(), Stream.of(gone))
                        .toList()))
                .orElse(planned);
    }

    Room room(RoomId roomId) {
        return rooms.stream()
                .filter(room -> room.getId().equals(roomId.value()))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("unknown-room", "The location has no room " + roomId + "."));
    }

    /** To be announced, as right while now lies in {@code fresh}. */
    void announced(TimeRange fresh) {
        version++;
        freshFrom = fresh.start();
        freshUntil = fresh.end();
    }

    OpeningTimes openingTimes() {
        return new OpeningTimes(zone, getOpeningHours(), closed(null));
    }

    static Rejection unknown(LocationId id) {
        return Rejection.notFound("unknown-location", "There is no location " + id + " that you may see.");
    }

    @Override
    public UUID getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public ZoneId getZone() {
        return zone;
    }

    public Address getAddress() {
        return new Address(street, postalCode, city, country, latitude, longitude);
    }

    public String getPhone() {
        return phone;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public List<WeeklyHours> getOpeningHours() {
        return openingHours.stream()
                .map(OpeningHours::weekly)
                .sorted(Comparator.comparing(WeeklyHours::day).thenComparing(WeeklyHours::start))
                .toList();
    }

    public List<Room> getRooms() {
        return rooms;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void nowStored() {
        stored = true;
    }
}
