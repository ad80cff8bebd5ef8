package dev.unknot.therapist.therapist;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.CreateTherapist;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.PutTherapistParticulars;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.therapist.schedule.Timetable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "therapists")
class Therapist implements Persistable<UUID> {

    @Id
    private UUID id;

    private long version;
    private String name;

    @Enumerated(EnumType.STRING)
    private Gender gender;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> skills;

    private @Nullable LocalDate licensedUntil;

    @Enumerated(EnumType.STRING)
    private TherapistState state = TherapistState.ACTIVE;

    private @Nullable LocalDate lastDay;

    private Instant freshFrom = Instant.EPOCH;
    private Instant freshUntil = Instant.EPOCH;

    @ElementCollection
    @CollectionTable(name = "employments", joinColumns = @JoinColumn(name = "therapist_id"))
    @Column(name = "location_id")
    @BatchSize(size = 100)
    private Set<UUID> employedAt = new HashSet<>();

    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init")
    protected Therapist() {}

    Therapist(UUID id, CreateTherapist therapist) {
        this.id = id;
        this.name = therapist.name();
        this.gender = therapist.gender();
        qualify(therapist.skills(), therapist.licensedUntil());
        therapist.locations().forEach(location -> employedAt.add(location.value()));
    }

    final void qualify(Set<String> skilled, @Nullable LocalDate licensed) {
        skills = skilled.stream().sorted().toList();
        licensedUntil = licensed;
    }

    void rename(PutTherapistParticulars particulars) {
        name = particulars.name();
        gender = particulars.gender();
    }

    void workAt(Set<LocationId> locations) {
        Set<UUID> places = locations.stream().map(LocationId::value).collect(Collectors.toSet());
        employedAt.retainAll(places);
        employedAt.addAll(places);
    }

    /** @param day the last one; null: they stay */
    void leave(@Nullable LocalDate day) {
        lastDay = day;
    }

    /** Of what is planned what they work: where they are employed, as long as they are here. */
    Timetable worked(Timetable planned) {
        return worked(planned, null);
    }

    /** @param former another place, where they were employed; null: none */
    Timetable worked(Timetable planned, @Nullable LocationId former) {
        Timetable here = planned.at(Stream.concat(getLocations().stream(), Stream.ofNullable(former))
                .collect(Collectors.toSet()));
        return lastDay == null ? here : here.until(lastDay);
    }

    static Rejection unknown(TherapistId id) {
        return Rejection.notFound("unknown-therapist", "There is no therapist " + id + " that you may see.");
    }

    /** Some changes concern all places at once, and only who answers for all of them makes those. */
    void requireAllPlacesIn(LocationScope scope) {
        if (!getLocations().stream().allMatch(scope::includes)) {
            throw Rejection.forbidden(
                    "location-not-yours",
                    "The therapist also works at a location that is not yours, and this would change what holds there too.");
        }
    }

    /**
     * To be announced, as right while now lies in {@code fresh}.
     *
     * @param today the earliest of today's dates at their locations
     */
    void announced(TimeRange fresh, LocalDate today) {
        version++;
        state = lastDay != null && lastDay.isBefore(today) ? TherapistState.LEFT : TherapistState.ACTIVE;
        freshFrom = fresh.start();
        freshUntil = fresh.end();
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

    public Gender getGender() {
        return gender;
    }

    public List<String> getSkills() {
        return skills;
    }

    public @Nullable LocalDate getLicensedUntil() {
        return licensedUntil;
    }

    public TherapistState getState() {
        return state;
    }

    public @Nullable LocalDate getLastDay() {
        return lastDay;
    }

    public Set<LocationId> getLocations() {
        return employedAt.stream().map(LocationId::new).collect(Collectors.toSet());
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
