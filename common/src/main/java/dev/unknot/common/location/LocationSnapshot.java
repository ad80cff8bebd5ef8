package dev.unknot.common.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.unknot.common.event.Announced;
import dev.unknot.common.event.Topics;
import dev.unknot.common.time.TimeRange;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A location as it now is, with its opening hours already expanded into instants.
 *
 * @param horizon the range over which {@code open} is known
 * @param open ascending, disjoint and not touching, inside {@code horizon}
 * @param closed what of the week's opening hours is not among {@code open} because the location is closed then, in the same
 *     form
 * @param email where answers to its mails go; null: to the chain's
 */
@Announced(type = "dev.unknot.location.snapshot.v1", topic = Topics.LOCATIONS)
public record LocationSnapshot(
        LocationId id,
        String name,
        ZoneId zone,
        Address address,
        String phone,
        TimeRange horizon,
        List<TimeRange> open,
        List<RoomSnapshot> rooms,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TimeRange> closed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String email)
        implements LocationEvent {

    public LocationSnapshot {
        open = List.copyOf(open);
        rooms = List.copyOf(rooms);
        // Missing in what was written before it was told apart.
        closed = closed == null ? List.of() : List.copyOf(closed);
    }

    /** Open whenever the week says so, and whose mails are answered to the chain. */
    public LocationSnapshot(
            LocationId id,
            String name,
            ZoneId zone,
            Address address,
            String phone,
            TimeRange horizon,
            List<TimeRange> open,
            List<RoomSnapshot> rooms) {
        this(id, name, zone, address, phone, horizon, open, rooms, List.of(), null);
    }

    @Override
    public UUID subject() {
        return id.value();
    }
}
