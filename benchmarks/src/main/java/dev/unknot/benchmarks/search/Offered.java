package dev.unknot.benchmarks.search;

import dev.unknot.booking.availability.Opening;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What a checksum is made of. */
record Offered(Instant start, LocationId location, TherapistId therapist) implements Comparable<Offered> {

    private static final Comparator<Offered> ORDER = Comparator.comparing(Offered::start)
            .thenComparing(offered -> offered.location().value())
            .thenComparing(offered -> offered.therapist().value());

    static Offered of(Opening opening) {
        return new Offered(opening.session().start(), opening.location(), opening.therapist());
    }

    @Override
    public int compareTo(Offered other) {
        return ORDER.compare(this, other);
    }

    /** Does not depend on the order; 0 for nothing. */
    static long checksum(List<Offered> all) {
        long sum = 0;
        for (Offered one : all) {
            sum += one.checksum();
        }
        return sum;
    }

    long checksum() {
        return mixed(start.getEpochSecond()
                ^ mixed(location.value().getLeastSignificantBits()
                        ^ mixed(therapist.value().getLeastSignificantBits())));
    }

    /** The finaliser of MurmurHash3, so that sums of different sets differ. */
    private static long mixed(long bits) {
        long z = bits;
        z = (z ^ z >>> 33) * 0xff51afd7ed558ccdL;
        z = (z ^ z >>> 33) * 0xc4ceb9fe1a85ec53L;
        return z ^ z >>> 33;
    }
}
