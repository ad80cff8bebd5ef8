package dev.unknot.booking.availability;

import dev.unknot.oracle.Slot;
import dev.unknot.oracle.World;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * What the engine finds in a world, whatever is asked, after it was told twice and in any order how that world came to be
 * from another, and was asked now and then. It speaks only the oracle's words, so that an engine of another class loader can be asked.
 */
final class Answers implements BiFunction<World, List<World>, List<List<Slot>>> {

    /** @param asked the same world with one query or another */
    @Override
    public List<List<Slot>> apply(World before, List<World> asked) {
        World world = asked.getFirst();
        Engine engine =
                new Told(List.of(before, world)).twiceInAnyOrder(new Random(0), halfway -> halfway.search(world));
        return asked.stream().map(engine::every).toList();
    }
}
