package dev.unknot.booking.client;

import dev.unknot.booking.availability.ClientStanding;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.contact.EmailAddress;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.problem.Rejection;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * A person who comes to the clinic; phone or email is known, and either may be shared within a family. Of an erased one only
 * the id is left, and they are not found any more.
 */
@Entity
@Table(name = "clients")
@SQLRestriction("erased_at IS NULL")
class Client implements Persistable<UUID> {

    /** BCP 47: undetermined. */
    private static final String NO_LANGUAGE = "und";

    private static final int LONGEST_REASON = 500;

    @Id
    private UUID id;

    @Version
    private long version;

    private String name;
    private @Nullable String email;

    /** What the email is compared by. */
    private @Nullable String emailKey;

    /** E.164. */
    private @Nullable String phone;

    private String language;

    /** {@link SearchText}, and the version of it. */
    private String search;

    private short foldedAs;

    private @Nullable String barredBecause;

    private @Nullable Instant erasedAt;

    /** Who it turned out that this client is. */
    private @Nullable UUID mergedInto;

    @ElementCollection
    @CollectionTable(name = "client_avoids", joinColumns = @JoinColumn(name = "client_id"))
    @Column(name = "therapist_id")
    private Set<UUID> avoids = new HashSet<>();

    /** An id that is assigned, not generated, does not tell Spring Data whether the row exists. */
    @Transient
    private boolean stored;

    @NullUnmarked
    protected Client() {}

    Client(UUID id, String name, Contact contact, String language) {
        this.id = id;
        this.version = 1;
        this.name = name;
        this.email = contact.email();
        this.phone = contact.e164();
        this.language = language;
        this.search = SearchText.of(name, email, this.phone);
        this.foldedAs = SearchText.VERSION;
    }

    @PrePersist
    @PreUpdate
    void makeFindable() {
        emailKey = email == null ? null : EmailAddress.keyOf(email);
        search = SearchText.of(name, email, phone);
        foldedAs = SearchText.VERSION;
    }

    void correct(String name, Contact contact, String language) {
        this.name = name;
        this.email = contact.email();
        this.phone = contact.e164();
        this.language = language;
    }

    void erase(Instant now) {
        name = "";
        email = null;
        phone = null;
        language = NO_LANGUAGE;
        barredBecause = null;
        avoids.clear();
        erasedAt = now;
    }

    void eraseInto(Client kept, Instant now) {
        erase(now);
        mergedInto = kept.id;
    }

    /** Whatever stands in the way of either stands in the way of both; a contact only fills what is missing. */
    void takeOver(Client duplicate) {
        email = email == null ? duplicate.email : email;
        phone = phone == null ? duplicate.phone : phone;
        barredBecause = together(barredBecause, duplicate.barredBecause);
        avoids.addAll(duplicate.avoids);
    }

    private static @Nullable String together(@Nullable String reason, @Nullable String other) {
        if (reason == null || other == null || reason.contains(other)) {
            return reason == null ? other : reason;
        }
        String both = reason + " " + other;
        if (both.length() > LONGEST_REASON) {
            throw Rejection.conflict(
                            "reasons-too-long",
                            "Both are barred, and the two reasons have more than " + LONGEST_REASON
                                    + " letters together; shorten one of them first.")
                    .at("duplicateId");
        }
        return both;
    }

    ClientStanding standing() {
        return new ClientStanding(
                new ClientId(id),
                version,
                isBarred(),
                avoids.stream().map(TherapistId::new).collect(Collectors.toSet()));
    }

    /** @param because null: nobody bars them */
    void restrict(@Nullable String because, Set<UUID> therapists) {
        barredBecause = because;
        if (!avoids.equals(therapists)) {
            avoids.clear();
            avoids.addAll(therapists);
        }
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

    public String getName() {
        return name;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public String getLanguage() {
        return language;
    }

    public @Nullable String getBarredBecause() {
        return barredBecause;
    }

    public boolean isBarred() {
        return barredBecause != null;
    }

    public Set<UUID> getAvoids() {
        return Set.copyOf(avoids);
    }
}
