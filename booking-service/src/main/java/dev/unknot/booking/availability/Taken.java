package dev.unknot.booking.availability;

import dev.unknot.common.appointment.Claim;
import dev.unknot.common.time.Grid;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a resource is claimed, and by which appointment. Events of two appointments may come in either order, so claims
 * can overlap for a while; the cells are therefore always derived from all of them, on first use, and kept until time
 * ends a hold.
 */
final class Taken {

    private static final Stretch[] NONE = {};
    private static final Held[] NOTHING_HELD = {};
    private static final Comparator<Held> LONGEST_HELD_FIRST =
            Comparator.comparing(Held::until).reversed();

    private final UUID resource;
    private final Stretch[] stretches;
    private final Held[] held;
    private volatile @Nullable Derived derived;

    private Taken(UUID resource, Stretch[] stretches, Held[] held) {
        this.resource = resource;
        this.stretches = stretches;
        this.held = held;
    }

    static Taken never(UUID resource) {
        return new Taken(resource, NONE, NOTHING_HELD);
    }

    UUID resource() {
        return resource;
    }

    /** @param until when the claims end by themselves; null: they do not */
    Taken with(Engagement engagement, List<Claim> claims, @Nullable Instant until) {
        Stream<Stretch> more = claims.stream()
                .map(claim -> new Stretch(
                        engagement,
                        Grid.cell(claim.during().start()),
                        CellTime.ceil(claim.during().end())));
        if (until == null) {
            return new Taken(
                    resource, Stream.concat(Arrays.stream(stretches), more).toArray(Stretch[]::new), held);
        }
        Stream<Held> moreHeld = more.map(stretch -> new Held(stretch, until));
        return new Taken(
                resource,
                stretches,
                Stream.concat(Arrays.stream(held), moreHeld)
                        .sorted(LONGEST_HELD_FIRST)
                        .toArray(Held[]::new));
    }

    Taken without(@Nullable UUID commitment) {
        Stretch[] others = Arrays.stream(stretches)
                .filter(stretch -> !stretch.by().id().equals(commitment))
                .toArray(Stretch[]::new);
        Held[] othersHeld = Arrays.stream(held)
                .filter(hold -> !hold.stretch().by().id().equals(commitment))
                .toArray(Held[]::new);
        return others.length == stretches.length && othersHeld.length == held.length
                ? this
                : new Taken(resource, others, othersHeld);
    }

    boolean isEmpty() {
        return stretches.length == 0 && held.length == 0;
    }

    /** Tells of each stretch that touches {@code [from, to)} and stands at {@code now}, in no particular order. */
    void forEach(long from, long to, Instant now, Consumer<Stretch> action) {
        for (Stretch stretch : stretches) {
            if (stretch.overlaps(from, to)) {
                action.accept(stretch);
            }
        }
        for (int i = 0; i < holds(now); i++) {
            if (held[i].stretch().overlaps(from, to)) {
                action.accept(held[i].stretch());
            }
        }
    }

    /** The cells in {@code [from, to)} that are claimed at {@code now}; what is claimed beyond is not seen. */
    Cells cells(long from, long to, Instant now) {
        Derived last = derived;
        int holds = holds(now);
        if (last != null && last.from() == from && last.to() == to && last.holds() == holds) {
            return last.cells();
        }
        Cells cells = derive(from, to, holds);
        derived = new Derived(from, to, holds, cells);
        return cells;
    }

    /** As {@link #cells}, but not kept: for resources with few claims and no fixed bounds. */
    Cells derive(long from, long to, Instant now) {
        return derive(from, to, holds(now));
    }

    private Cells derive(long from, long to, int holds) {
        if (isEmpty()) {
            return Cells.NONE;
        }
        Cells.Builder cells = new Cells.Builder(from, to);
        for (Stretch stretch : stretches) {
            cells.add(stretch.from(), stretch.to());
        }
        for (int i = 0; i < holds; i++) {
            cells.add(held[i].stretch().from(), held[i].stretch().to());
        }
        return cells.build();
    }

    /** How many of those held stand; they come first, so that the number tells which. */
    private int holds(Instant now) {
        int standing = 0;
        while (standing < held.length && now.isBefore(held[standing].until())) {
            standing++;
        }
        return standing;
    }

    private record Held(Stretch stretch, Instant until) {}

    private record Derived(long from, long to, int holds, Cells cells) {}
}
