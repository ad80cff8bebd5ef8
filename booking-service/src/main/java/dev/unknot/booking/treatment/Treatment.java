package dev.unknot.booking.treatment;

import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.CreateTreatment;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One thing the clinic sells, in one or more lengths. */
@Entity
@Table(name = "treatments")
class Treatment implements Persistable<UUID> {

    @Id
    private UUID id;

    private long version;

    @Enumerated(EnumType.STRING)
    private Approach approach;

    private String name;

    @ElementCollection
    @CollectionTable(name = "treatment_offers", joinColumns = @JoinColumn(name = "treatment_id"))
    @OrderBy("minutes")
    private List<SoldLength> offers = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "treatment_names", joinColumns = @JoinColumn(name = "treatment_id"))
    @MapKeyColumn(name = "language")
    @Column(name = "name")
    @BatchSize(size = 100)
    private Map<String, String> names = new HashMap<>();

    private int beforeMinutes;
    private int afterMinutes;
    private @Nullable String skill;
    private @Nullable String capability;
    private int cadenceMinutes;
    private int noticeMinutes;
    private @Nullable LocalDate lastDay;

    /** An id that is assigned, not generated, does not tell Spring Data whether the row exists. */
    @Transient
    private boolean stored;

    @NullUnmarked
    protected Treatment() {}

    Treatment(UUID id, CreateTreatment command) {
        this.id = id;
        put(command);
    }

    /** The whole treatment, but for the end of its sale. */
    final void put(CreateTreatment command) {
        version++;
        approach = command.approach();
        name = command.name().strip();
        offers.clear();
        command.offers().stream()
                .map(SoldLength::of)
                .sorted(Comparator.comparingInt(SoldLength::minutes))
                .forEach(offers::add);
        names.clear();
        if (command.names() != null) {
            command.names().forEach((language, translated) -> names.put(language, translated.strip()));
        }
        beforeMinutes = command.beforeMinutes();
        afterMinutes = command.afterMinutes();
        skill = command.skill();
        capability = command.capability();
        cadenceMinutes = command.cadenceMinutes();
        noticeMinutes = command.noticeMinutes();
    }

    /** @param day the last for which it is sold; null: without end */
    void sellUntil(@Nullable LocalDate day) {
        version++;
        lastDay = day;
    }

    /** Whether the same therapists can give it in the same rooms. */
    boolean needsTheSameAs(CreateTreatment command) {
        return Objects.equals(skill, command.skill()) && Objects.equals(capability, command.capability());
    }

    @PostLoad
    @PostPersist
    void isStored() {
        stored = true;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @Override
    public UUID getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public Approach getApproach() {
        return approach;
    }

    public String getName() {
        return name;
    }

    public Map<String, String> getNames() {
        return Map.copyOf(names);
    }

    public List<SoldLength> getOffers() {
        return List.copyOf(offers);
    }

    public int getBeforeMinutes() {
        return beforeMinutes;
    }

    public int getAfterMinutes() {
        return afterMinutes;
    }

    public @Nullable String getSkill() {
        return skill;
    }

    public @Nullable String getCapability() {
        return capability;
    }

    public int getCadenceMinutes() {
        return cadenceMinutes;
    }

    public int getNoticeMinutes() {
        return noticeMinutes;
    }

    public @Nullable LocalDate getLastDay() {
        return lastDay;
    }
}
