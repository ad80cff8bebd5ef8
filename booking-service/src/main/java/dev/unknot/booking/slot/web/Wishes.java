package dev.unknot.booking.slot.web;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.unknot.booking.availability.LocalHours;
import dev.unknot.booking.availability.Party;
import dev.unknot.booking.availability.Preferences;
import dev.unknot.booking.availability.Ranking;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.problem.Rejection;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a query would like, and says what of it makes no sense. */
final class Wishes {

    private Wishes() {}

    static Preferences of(
            Set<Weekday> weekdays,
            @Nullable LocalTime fromTime,
            @Nullable LocalTime toTime,
            @Nullable UUID near,
            String rank,
            Party party) {
        return new Preferences(
                weekdays.stream().map(Weekday::day).collect(toUnmodifiableSet()),
                hours(fromTime, toTime),
                near == null ? null : new LocationId(near),
                ranking(rank),
                party);
    }

    /**
     * @param size null: as many as are named, or one
     * @param therapists null: one for each
     */
    static Party party(@Nullable Integer size, @Nullable Integer therapists, int named) {
        int several = size == null ? Math.max(1, named) : size;
        if (several < 1 || several > Party.LARGEST) {
            throw Rejection.malformed("invalid-parameter", "A party is of 1 to " + Party.LARGEST + ".", "party");
        }
        int different = therapists == null ? several : therapists;
        if (different < 1 || different > several) {
            throw Rejection.malformed(
                    "invalid-parameter", "A party has between one therapist and one for each of them.", "therapists");
        }
        return new Party(several, different);
    }

    private static @Nullable LocalHours hours(@Nullable LocalTime from, @Nullable LocalTime to) {
        if (from == null && to == null) {
            return null;
        }
        if (from != null && from.equals(to)) {
            throw Rejection.invalid("hours-empty", "A part of the day ends at another time than it begins.", "toTime");
        }
        return new LocalHours(from == null ? LocalTime.MIDNIGHT : from, to == null ? LocalTime.MIDNIGHT : to);
    }

    private static Ranking ranking(String rank) {
        return switch (rank) {
            case "earliest" -> Ranking.EARLIEST;
            case "least-harmful" -> Ranking.LEAST_HARMFUL;
            default -> throw Rejection.malformed("invalid-parameter", "A rank is earliest or least-harmful.", "rank");
        };
    }
}
