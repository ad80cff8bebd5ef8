package dev.unknot.therapist.location;

import dev.unknot.common.location.CreateRoom;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "rooms")
class Room {

    @Id
    private UUID id;

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> capabilities;

    private int places;
    private int turnoverMinutes;
    private @Nullable LocalDate lastDay;

    @SuppressWarnings("NullAway.Init")
    protected Room() {}

    Room(UUID id, CreateRoom room) {
        this.id = id;
        change(room);
    }

    final void change(CreateRoom room) {
        name = room.name();
        capabilities = room.capabilities().stream().sorted().toList();
        places = room.places();
        turnoverMinutes = room.turnoverMinutes();
    }

    /** @param day null: it stays, or is back in use */
    void withdraw(@Nullable LocalDate day) {
        lastDay = day;
    }

    /** Empty: it stays. */
    Optional<Instant> withdrawnFrom(ZoneId zone) {
        return Optional.ofNullable(lastDay)
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<String> getCapabilities() {
        return capabilities;
    }

    public int getPlaces() {
        return places;
    }

    public @Nullable LocalDate getLastDay() {
        return lastDay;
    }

    public int getTurnoverMinutes() {
        return turnoverMinutes;
    }
}
