package dev.unknot.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Chance that can be repeated: the same seed falls the same way. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        // Seeds that are near each other would else begin with much the same numbers.
        random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
    }

    /** True once in so many throws. */
    boolean onceIn(int throwsOf) {
        return random.nextInt(throwsOf) == 0;
    }

    /** From 0 to before the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** From {@code least} to {@code most} of them, made from the numbers 1, 2, 3, …. */
    <T> List<T> several(int least, int most, IntFunction<T> made) {
        return IntStream.rangeClosed(1, least + random.nextInt(most - least + 1))
                .mapToObj(made)
                .toList();
    }

    /** All of them, or once in four just one. */
    Set<String> some(Set<String> codes) {
        return onceIn(4) ? Set.of(one(List.copyOf(new TreeSet<>(codes)))) : codes;
    }

    <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
