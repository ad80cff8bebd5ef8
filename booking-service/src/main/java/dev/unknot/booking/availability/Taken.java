package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.time.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a resource is claimed, and by which appointment. Events of two appointments may come in either order, so claims
 * can overlap for a while; the cells are therefore always derived from all of them, on first use, and kept.
 */
final class Taken {

    private static final Stretch[] NONE = {};

    private final UUID resource;
    private final Stretch[] stretches;
    private volatile @Nullable Derived derived;

    private Taken(UUID resource, Stretch[] stretches) {
        this.resource = resource;
        this.stretches = stretches;
    }

    static Taken never(UUID resource) {
        return new Taken(resource, NONE);
    }

    UUID resource() {
        return resource;
    }

    Taken with(AppointmentId appointment, List<Claim> claims) {
        Stretch[] next = Arrays.copyOf(stretches, stretches.length + claims.size());
        int end = stretches.length;
        for (Claim claim : claims) {
            next[end++] = new Stretch(
                    appointment,
                    Grid.cell(claim.during().start()),
                    CellTime.ceil(claim.during().end()));
        }
        return new Taken(resource, next);
    }

    Taken without(@Nullable AppointmentId appointment) {
        Stretch[] others = Arrays.stream(stretches)
                .filter(stretch -> !stretch.by().equals(appointment))
                .toArray(Stretch[]::new);
        return others.length == stretches.length ? this : new Taken(resource, others);
    }

    boolean isEmpty() {
        return stretches.length == 0;
    }

    /** The claimed cells in {@code [from, to)}; what is claimed beyond is not seen. */
    Cells cells(long from, long to) {
        Derived last = derived;
        if (last != null && last.from() == from && last.to() == to) {
            return last.cells();
        }
        Cells cells = derive(from, to);
        derived = new Derived(from, to, cells);
        return cells;
    }

    /** As {@link #cells}, but not kept: for resources with few claims and no fixed bounds. */
    Cells derive(long from, long to) {
        if (isEmpty()) {
            return Cells.NONE;
        }
        Cells.Builder cells = new Cells.Builder(from, to);
        for (Stretch stretch : stretches) {
            cells.add(stretch.from(), stretch.to());
        }
        return cells.build();
    }

    private record Stretch(AppointmentId by, long from, long to) {}

    private record Derived(long from, long to, Cells cells) {}
}
