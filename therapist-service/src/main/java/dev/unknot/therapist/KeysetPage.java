package dev.unknot.therapist;

import dev.unknot.common.api.ItemList;
import dev.unknot.platform.web.Cursor;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list in order of id.
 *
 * @param after the last id of the page before
 */
public record KeysetPage(UUID after, int limit) {

    /** Limit of a page when none is asked for. */
    public static final String USUAL = "100";

    public static final int MOST = 500;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    public static KeysetPage of(@Nullable String cursor, int limit) {
        return new KeysetPage(
                cursor == null ? BEFORE_ALL : Cursor.decode(cursor, parts -> UUID.fromString(parts.getFirst())), limit);
    }

    /** One row more than shown tells whether there is another page. */
    public int rows() {
        return limit + 1;
    }

    public <T> ItemList<T> of(List<T> found, Function<T, UUID> id) {
        if (found.size() <= limit) {
            return ItemList.all(found);
        }
        List<T> shown = found.subList(0, limit);
        return new ItemList<>(shown, Cursor.encode(id.apply(shown.getLast())));
    }
}
