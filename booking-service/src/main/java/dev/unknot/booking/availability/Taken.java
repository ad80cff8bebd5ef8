package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.time.Grid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a resource is claimed, and by which appointment. Events of two appointments may come in either order, so claims
 * can overlap for a while; the cells are therefore always derived from all of them, on first use, and kept.
 */
final class Taken {

    static final Taken NEVER = new Taken(List.of());

    private final List<Stretch> stretches;
    private volatile @Nullable Derived derived;

    private Taken(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /** Leaves out what the appointment claimed so far and takes its claims on this resource instead. */
    Taken with(AppointmentId appointment, List<Claim> claims) {
        List<Stretch> next = new ArrayList<>(stretches.size() + claims.size());
        for (Stretch stretch : stretches) {
            if (!stretch.by().equals(appointment)) {
                next.add(stretch);
            }
        }
        for (Claim claim : claims) {
            next.add(new Stretch(
                    appointment,
                    Grid.cell(claim.during().start()),
                    CellTime.ceil(claim.during().end())));
        }
        return new Taken(next);
    }

    Taken without(@Nullable AppointmentId appointment) {
        if (appointment == null
                || stretches.stream().noneMatch(stretch -> stretch.by().equals(appointment))) {
            return this;
        }
        return with(appointment, List.of());
    }

    boolean isEmpty() {
        return stretches.isEmpty();
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
        if (stretches.isEmpty()) {
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
