package dev.unknot.common.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every list.
 *
 * @param nextCursor opaque; send it back as {@code cursor} for the next page; null on the last
 */
public record ItemList<T>(List<T> items, @Nullable String nextCursor) {

    public ItemList {
        items = List.copyOf(items);
    }

    public static <T> ItemList<T> all(List<T> items) {
        return new ItemList<>(items, null);
    }
}
