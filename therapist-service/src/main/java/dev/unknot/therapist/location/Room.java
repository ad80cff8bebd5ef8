package dev.unknot.therapist.location;

import dev.unknot.common.location.CreateRoom;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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

    @SuppressWarnings("NullAway.Init")
    protected Room() {}

    Room(UUID id, CreateRoom room) {
        this.id = id;
        this.name = room.name();
        this.capabilities = room.capabilities().stream().sorted().toList();
        this.places = room.places();
        this.turnoverMinutes = room.turnoverMinutes();
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

    public int getTurnoverMinutes() {
        return turnoverMinutes;
    }
}
