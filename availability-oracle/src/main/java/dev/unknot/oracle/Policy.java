package dev.unknot.oracle;

import org.jspecify.annotations.Nullable;

/**
 * On what conditions a location takes bookings; null: none of that kind. Days and weeks (from Monday) are by its own clock;
 * sessions count over the whole chain, each on the day it starts.
 *
 * @param cadence instead of the treatment's, in minutes
 * @param notice in minutes, unless the treatment's is longer
 * @param horizonDays how many days after today sessions may start; only where {@link Query#now} is given
 * @param clientDay most sessions of a client on a day
 * @param clientWeek most sessions of a client in a week
 * @param therapistDay most sessions of a therapist on a day
 */
public record Policy(
        @Nullable Integer cadence,
        @Nullable Integer notice,
        @Nullable Integer horizonDays,
        @Nullable Integer clientDay,
        @Nullable Integer clientWeek,
        @Nullable Integer therapistDay) {

    public static final Policy NONE = new Policy(null, null, null, null, null, null);
}
