package dev.unknot.frontdesk.live;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When and where each therapist works, as last announced. Every night all of them are announced anew, a day further than
 * before: that changes no day that was known, and no page need ask for it. One thread tells it and asks it.
 */
@Component
class Rosters {

    private final Map<TherapistId, Known> known = new HashMap<>();

    /** @return the locations whose days it changes; empty: what was before is not known, so it may be any */
    Optional<Set<LocationId>> learn(TherapistSnapshot snapshot) {
        Known now = Known.of(snapshot);
        return Optional.ofNullable(known.put(snapshot.id(), now)).map(before -> before.differences(now));
    }

    /** What pages show of them but their times. */
    private record Person(
            String name,
            Set<String> skills,
            @Nullable LocalDate licensedUntil,
            TherapistState state,
            @Nullable LocalDate lastDay) {}

    private enum Kind {
        WORKING,
        CLOSED,
        OFF
    }

    private record Place(LocationId location, Kind kind) {}

    /** @param times of each place begins and ends by turns, in seconds: a hundredth of what the snapshot weighs */
    private record Known(Person person, TimeRange horizon, Map<Place, long[]> times) {

        static Known of(TherapistSnapshot snapshot) {
            Map<Place, long[]> times = new HashMap<>();
            put(times, Kind.WORKING, snapshot.workingTime());
            put(times, Kind.CLOSED, snapshot.closed());
            put(times, Kind.OFF, snapshot.timeOff());
            Person person = new Person(
                    snapshot.name(), snapshot.skills(), snapshot.licensedUntil(), snapshot.state(), snapshot.lastDay());
            return new Known(person, snapshot.horizon(), times);
        }

        private static void put(Map<Place, long[]> times, Kind kind, List<WorkingTime> stretches) {
            for (WorkingTime stretch : stretches) {
                times.merge(
                        new Place(stretch.locationId(), kind),
                        new long[] {
                            seconds(stretch.during().start()),
                            seconds(stretch.during().end())
                        },
                        (earlier, next) -> LongStream.concat(Arrays.stream(earlier), Arrays.stream(next))
                                .toArray());
            }
        }

        private static long seconds(Instant instant) {
            return instant.getEpochSecond();
        }

        Set<LocationId> differences(Known now) {
            long from = Math.max(seconds(horizon.start()), seconds(now.horizon.start()));
            long until = Math.min(seconds(horizon.end()), seconds(now.horizon.end()));
            Set<Place> places = new HashSet<>(times.keySet());
            places.addAll(now.times.keySet());
            Set<LocationId> different = new HashSet<>();
            for (Place place : places) {
                if (!person.equals(now.person)
                        || !Arrays.equals(within(from, until, place), now.within(from, until, place))) {
                    different.add(place.location());
                }
            }
            return different;
        }

        /** What lies in time that both know of. */
        private long[] within(long from, long until, Place place) {
            long[] all = times.getOrDefault(place, new long[0]);
            long[] inside = new long[all.length];
            int kept = 0;
            for (int i = 0; i < all.length; i += 2) {
                long start = Math.max(all[i], from);
                long end = Math.min(all[i + 1], until);
                if (start < end) {
                    inside[kept++] = start;
                    inside[kept++] = end;
                }
            }
            return Arrays.copyOf(inside, kept);
        }
    }
}
