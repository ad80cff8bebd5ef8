package dev.unknot.oracle.announcement;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.Era;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.oracle.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A world's query; null means any. */
public record Question(
        TreatmentSnapshot treatment,
        int minutes,
        @Nullable Set<LocationId> locations,
        @Nullable TherapistId therapist,
        @Nullable Gender gender,
        @Nullable ClientId client,
        @Nullable AppointmentId moving,
        Instant from,
        Instant to,
        Set<String> waived,
        Instant now) {

    /** When all of a world is yet to come. */
    private static final Instant LONG_AGO =
            Era.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    static Question of(Query query, TreatmentSnapshot treatment) {
        return new Question(
                treatment,
                query.minutes(),
                query.locations() == null
                        ? null
                        : query.locations().stream().map(Names::location).collect(toUnmodifiableSet()),
                query.therapist() == null ? null : Names.therapist(query.therapist()),
                query.gender() == null ? null : Gender.valueOf(query.gender()),
                query.client() == null ? null : Names.client(query.client()),
                query.moving() == null ? null : Names.appointment(query.moving()),
                query.from(),
                query.to(),
                query.waived(),
                query.now() == null ? LONG_AGO : query.now());
    }
}
