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
 * When a resource is claimed, and for what. What is claimed for good lies on pages, of which a change makes a few anew and
 * shares the rest; what is held until an instant is kept apart, since only the question says whether it still stands.
 */
final class Taken {

    static final Taken NEVER = new Taken(0, new Page[0], new Held[0]);

    private static final Comparator<Held> LONGEST_HELD_FIRST =
            Comparator.comparing(Held::until).reversed();

    private final int first;
    private final @Nullable Page[] pages;
    private final Held[] held;

    /** @param first number of the first page */
    private Taken(int first, @Nullable Page[] pages, Held[] held) {
        this.first = first;
        this.pages = pages;
        this.held = held;
    }

    /**
     * @param claims of which only those on the one resource count
     * @param until when the claims end by themselves; null: they do not
     */
    Taken with(Engagement engagement, List<Claim> claims, UUID resource, @Nullable Instant until) {
        Taken next = this;
        for (Claim claim : claims) {
            if (!claim.resourceId().equals(resource)) {
                continue;
            }
            long from = Grid.cell(claim.during().start());
            long to = CellTime.ceil(claim.during().end());
            next = until == null
                    ? next.with(engagement, from, to)
                    : next.with(new Held(new Stretch(engagement, from, to), until));
        }
        return next;
    }

    private Taken with(Engagement engagement, long from, long to) {
        int a = Page.number(from);
        int b = Page.number(to - 1);
        int low = pages.length == 0 ? a : Math.min(first, a);
        int high = pages.length == 0 ? b : Math.max(first + pages.length - 1, b);
        @Nullable Page[] next = new Page[high - low + 1];
        System.arraycopy(pages, 0, next, pages.length == 0 ? 0 : first - low, pages.length);
        for (int number = a; number <= b; number++) {
            Page page = next[number - low];
            next[number - low] = (page == null ? Page.empty(number) : page).with(engagement, from, to);
        }
        return new Taken(low, next, held);
    }

    private Taken with(Held one) {
        return new Taken(
                first,
                pages,
                Stream.concat(Arrays.stream(held), Stream.of(one))
                        .sorted(LONGEST_HELD_FIRST)
                        .toArray(Held[]::new));
    }

    Taken without(@Nullable Engagement engagement) {
        if (engagement == null || this == NEVER) {
            return this;
        }
        @Nullable Page[] next = pages.clone();
        int low = next.length;
        int high = 0;
        for (int i = 0; i < next.length; i++) {
            Page page = next[i];
            next[i] = page == null ? null : page.without(engagement);
            if (next[i] != null) {
                low = Math.min(low, i);
                high = i + 1;
            }
        }
        Held[] others = held.length == 0
                ? held
                : Arrays.stream(held)
                        .filter(hold -> hold.stretch().by() != engagement)
                        .toArray(Held[]::new);
        if (low >= high) {
            return others.length == 0 ? NEVER : new Taken(0, NEVER.pages, others);
        }
        return new Taken(first + low, Arrays.copyOfRange(next, low, high), others);
    }

    boolean isEmpty() {
        return pages.length == 0 && held.length == 0;
    }

    /**
     * Clears what is taken at {@code now}.
     *
     * @param first number of the first word, counted from the epoch
     */
    void clear(long first, long[] free, int length, Instant now) {
        clearLasting(first, free, 0, length);
        clearHeld(first, free, length, now);
    }

    /**
     * Clears what is taken for good.
     *
     * @param start number of the word {@code free[at]}, counted from the epoch
     */
    void clearLasting(long start, long[] free, int at, int length) {
        int last = Math.min(Page.ofWord(start + length - 1), first + pages.length - 1);
        for (int number = Math.max(Page.ofWord(start), first); number <= last; number++) {
            Page page = pages[number - first];
            if (page != null) {
                page.clear(start, free, at, length);
            }
        }
    }

    /** Clears what is held at {@code now}. */
    void clearHeld(long start, long[] free, int length, Instant now) {
        long origin = start * Long.SIZE;
        for (int i = 0; i < held.length && now.isBefore(held[i].until()); i++) {
            Stretch stretch = held[i].stretch();
            Words.clear(free, 0, length, stretch.from() - origin, stretch.to() - origin);
        }
    }

    boolean isHeld() {
        return held.length > 0;
    }

    /** Whether it is another page, and so perhaps another that is taken for good. */
    boolean differs(Taken other, int number) {
        return page(number) != other.page(number);
    }

    private @Nullable Page page(int number) {
        return number >= first && number - first < pages.length ? pages[number - first] : null;
    }

    /** Tells of each stretch that touches {@code [from, to)} and stands at {@code now}: those for good in order, then those held. */
    void forEach(long from, long to, Instant now, Consumer<Stretch> action) {
        boolean begun = true;
        for (int number = Math.max(Page.number(from), first); number < first + pages.length; number++) {
            Page page = pages[number - first];
            if (page != null) {
                page.forEach(from, to, begun, action);
            }
            begun = false;
        }
        for (int i = 0; i < held.length && now.isBefore(held[i].until()); i++) {
            if (held[i].stretch().overlaps(from, to)) {
                action.accept(held[i].stretch());
            }
        }
    }

    private record Held(Stretch stretch, Instant until) {}
}
