package dev.unknot.platform.test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The ways in which a list of records may reach a consumer. */
final class Deliveries {

    private static final int ALL_ORDERS_UP_TO = 5;
    private static final int SHUFFLES = 60;
    private static final long SEED = 1_811_939;

    private Deliveries() {}

    static <R> List<R> eachTwice(List<R> records) {
        return records.stream().flatMap(record -> Stream.of(record, record)).toList();
    }

    static <R> List<R> allTwice(List<R> records) {
        return Stream.concat(records.stream(), records.stream()).toList();
    }

    /** All orders of up to {@value #ALL_ORDERS_UP_TO} records, {@value #SHUFFLES} of more; always the same ones. */
    static <R> List<List<R>> orders(List<R> records) {
        if (records.size() <= ALL_ORDERS_UP_TO) {
            List<List<R>> all = new ArrayList<>();
            permute(new ArrayList<>(records), 0, all);
            return all;
        }
        Random random = new Random(SEED);
        return Stream.generate(() -> shuffled(records, random)).limit(SHUFFLES).toList();
    }

    /** As {@link #orders}, with the records of each key in the order given. */
    static <R> List<List<R>> orders(List<R> records, Function<R, ?> key) {
        Set<List<R>> distinct = new LinkedHashSet<>();
        orders(records).forEach(order -> distinct.add(keepingOrderPerKey(records, order, key)));
        return List.copyOf(distinct);
    }

    private static <R> List<R> keepingOrderPerKey(List<R> given, List<R> order, Function<R, ?> key) {
        Map<Object, Deque<R>> perKey = new HashMap<>();
        given.forEach(record -> perKey.computeIfAbsent(key.apply(record), any -> new ArrayDeque<>())
                .add(record));
        return order.stream()
                .map(record -> perKey.getOrDefault(key.apply(record), new ArrayDeque<>())
                        .remove())
                .toList();
    }

    private static <R> List<R> shuffled(List<R> records, Random random) {
        List<R> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static <R> void permute(List<R> records, int from, List<List<R>> all) {
        if (from == records.size()) {
            all.add(List.copyOf(records));
        }
        for (int i = from; i < records.size(); i++) {
            Collections.swap(records, from, i);
            permute(records, from + 1, all);
            Collections.swap(records, from, i);
        }
    }
}
