package dev.unknot.devstack.phone;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All entries of one phone or mailbox.
 *
 * @param owner a phone number or a mail address
 * @param entries oldest first, never empty
 */
record Conversation<T>(String owner, List<T> entries) {

    T latest() {
        return entries.getLast();
    }

    /** One per owner, the one with the newest entry first. */
    static <T> List<Conversation<T>> of(List<T> all, Function<T, String> owner, Function<T, Instant> at) {
        Map<String, List<T>> byOwner =
                all.stream().collect(Collectors.groupingBy(owner, LinkedHashMap::new, Collectors.toList()));
        return byOwner.entrySet().stream()
                .map(one -> new Conversation<>(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing((Conversation<T> one) -> at.apply(one.latest()))
                        .reversed())
                .toList();
    }
}
