package dev.unknot.frontdesk.board;

import dev.unknot.common.therapist.TherapistId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A therapist's day. */
record Column(
        TherapistId therapist,
        String name,
        List<Band> bands,
        List<Block> blocks,
        List<Blocked> blocked,
        List<FreeCell> free) {

    /** Whether that day has nothing of theirs: no work, no time off, no visit, nothing blocked. */
    public boolean idle() {
        return bands.isEmpty() && blocks.isEmpty() && blocked.isEmpty();
    }

    /** All that can be opened, as the day goes: a screen reader reads it in this order. */
    public List<Item> inOrder() {
        return Stream.of(
                        free.stream().map(cell -> new Item(cell.place(), cell, null, null)),
                        blocked.stream().map(one -> new Item(one.place(), null, one, null)),
                        blocks.stream().map(block -> new Item(block.place(), null, null, block)))
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(item -> item.place().row()))
                .toList();
    }

    /** How many clients they have that day, in words. */
    public String load() {
        return blocks.isEmpty() ? "no visits" : blocks.size() == 1 ? "1 visit" : blocks.size() + " visits";
    }

    /** One of the three. */
    public record Item(
            Place place,
            @Nullable FreeCell free,
            @Nullable Blocked blocked,
            @Nullable Block block) {}
}
