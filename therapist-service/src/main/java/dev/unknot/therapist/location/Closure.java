package dev.unknot.therapist.location;

import dev.unknot.common.location.CloseFor;
import dev.unknot.common.time.TimeRange;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time in which a location is closed or, where a room is named, that room is out of use. */
@Entity
@Table(name = "closures")
class Closure {

    @Id
    private UUID id;

    private @Nullable UUID roomId;
    private Instant starts;
    private Instant ends;
    private String cause;

    @SuppressWarnings("NullAway.Init")
    protected Closure() {}

    Closure(UUID id, @Nullable UUID roomId, CloseFor time) {
        this.id = id;
        this.roomId = roomId;
        this.starts = time.start();
        this.ends = time.end();
        this.cause = time.cause();
    }

    TimeRange during() {
        return new TimeRange(starts, ends);
    }

    public UUID getId() {
        return id;
    }

    public @Nullable UUID getRoomId() {
        return roomId;
    }

    public Instant getStart() {
        return starts;
    }

    public Instant getEnd() {
        return ends;
    }

    public String getCause() {
        return cause;
    }
}
