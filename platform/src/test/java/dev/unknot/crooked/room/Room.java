package dev.unknot.crooked.room;

import dev.unknot.crooked.therapist.TherapistManager;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Breaks on purpose: a public entity, the wall clock by call and by reference, a circle with therapists. */
@Entity
public class Room {

    @Id
    private UUID id = UUID.randomUUID();

    private Instant made = Instant.now();

    private @Nullable TherapistManager therapist;

    Supplier<Instant> clock() {
        return Instant::now;
    }

    @Override
    public String toString() {
        return id + " of " + therapist + " since " + made;
    }
}
