package dev.unknot.common.location;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A room as the API shows it.
 *
 * @param lastDay on which it is in use; null: it stays
 */
public record RoomView(
        RoomId id,
        String name,
        Set<String> capabilities,
        int places,
        int turnoverMinutes,
        @Nullable LocalDate lastDay) {

    public boolean isInUseOn(LocalDate day) {
        return lastDay == null || !day.isAfter(lastDay);
    }
}
