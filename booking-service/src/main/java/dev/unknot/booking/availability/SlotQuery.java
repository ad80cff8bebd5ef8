package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search for openings; each session lies inside {@code [from, to)}.
 *
 * @param minutes one of the treatment's offers, else nothing is found unless {@code asAgreed}
 * @param locations null: all
 * @param therapist null: any, one opening per start and location unless {@code eachTherapist}
 * @param client whose rules count and whose other appointments must not overlap the session
 * @param moving the appointment whose own claims do not count
 * @param after the opening after which to go on, in the order of the openings; null: from the first
 * @param limit at least 1
 * @param waived codes of soft rules to leave out; codes of hard rules have no effect
 * @param eachTherapist every therapist at every start and location, not only the first
 * @param preferences what of it is wished for, and what comes first
 * @param addedMinutes by which add-ons lengthen the session
 * @param companions who come with the client, in order, so that their rules count as well; where each has a therapist of their
 *     own, it is one whom they do not avoid, and where they share some, nobody avoids any of those
 * @param asAgreed whether it is what {@code moving} was booked for, so that nobody asks whether it is still sold
 */
public record SlotQuery(
        TreatmentSnapshot treatment,
        int minutes,
        @Nullable Set<LocationId> locations,
        @Nullable TherapistId therapist,
        @Nullable Gender gender,
        @Nullable ClientId client,
        @Nullable AppointmentId moving,
        Instant from,
        Instant to,
        @Nullable After after,
        int limit,
        Set<String> waived,
        Instant now,
        boolean eachTherapist,
        Preferences preferences,
        int addedMinutes,
        List<ClientId> companions,
        boolean asAgreed) {

    /**
     * An opening's place in the order of a search.
     *
     * @param therapist null: after all at that start and location
     */
    public record After(
            Instant start, LocationId location, @Nullable TherapistId therapist) {
        public After(Instant start, LocationId location) {
            this(start, location, null);
        }

        /** Whether what is offered there, if at that very start, came on a page before. */
        boolean covers(Scene scene) {
            return scene.location().id().value().compareTo(location.value()) <= 0;
        }

        /** Whether what they offer there, if at that very start, came on a page before. */
        boolean covers(Scene scene, int colleague, boolean eachTherapist) {
            int order = scene.location().id().value().compareTo(location.value());
            return order < 0
                    || order == 0
                            && (!eachTherapist
                                    || therapist == null
                                    || scene.staff()
                                                    .get(colleague)
                                                    .therapist()
                                                    .id()
                                                    .value()
                                                    .compareTo(therapist.value())
                                            <= 0);
        }
    }

    public SlotQuery(
            TreatmentSnapshot treatment,
            int minutes,
            @Nullable Set<LocationId> locations,
            @Nullable TherapistId therapist,
            @Nullable Gender gender,
            @Nullable ClientId client,
            @Nullable AppointmentId moving,
            Instant from,
            Instant to,
            @Nullable After after,
            int limit,
            Set<String> waived,
            Instant now) {
        this(
                treatment, minutes, locations, therapist, gender, client, moving, from, to, after, limit, waived, now,
                false);
    }

    public SlotQuery(
            TreatmentSnapshot treatment,
            int minutes,
            @Nullable Set<LocationId> locations,
            @Nullable TherapistId therapist,
            @Nullable Gender gender,
            @Nullable ClientId client,
            @Nullable AppointmentId moving,
            Instant from,
            Instant to,
            @Nullable After after,
            int limit,
            Set<String> waived,
            Instant now,
            boolean eachTherapist) {
        this(
                treatment,
                minutes,
                locations,
                therapist,
                gender,
                client,
                moving,
                from,
                to,
                after,
                limit,
                waived,
                now,
                eachTherapist,
                Preferences.NONE,
                0,
                List.of(),
                false);
    }

    public SlotQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("a search asks for at least 1 opening, but the limit was " + limit);
        }
        locations = locations == null ? null : Set.copyOf(locations);
        waived = Set.copyOf(waived);
        companions = List.copyOf(companions);
    }

    /** Each of whom is named. */
    List<ClientId> clients() {
        return client == null
                ? companions
                : Stream.concat(Stream.of(client), companions.stream())
                        .distinct()
                        .toList();
    }

    public SlotQuery byEachTherapist() {
        return with(from, to, after, limit, true, preferences);
    }

    /** With add-ons. */
    public SlotQuery lengthenedBy(int minutes) {
        return new SlotQuery(
                treatment,
                this.minutes,
                locations,
                therapist,
                gender,
                client,
                moving,
                from,
                to,
                after,
                limit,
                waived,
                now,
                eachTherapist,
                preferences,
                minutes,
                companions,
                asAgreed);
    }

    /** With others who come too. */
    public SlotQuery with(List<ClientId> others) {
        return new SlotQuery(
                treatment,
                minutes,
                locations,
                therapist,
                gender,
                client,
                moving,
                from,
                to,
                after,
                limit,
                waived,
                now,
                eachTherapist,
                preferences,
                addedMinutes,
                others,
                asAgreed);
    }

    public SlotQuery preferring(Preferences other) {
        return with(from, to, after, limit, eachTherapist, other);
    }

    /** The first that is anywhere in another range. */
    SlotQuery earliestBetween(Instant first, Instant end) {
        Preferences time = new Preferences(
                preferences.weekdays(), preferences.hours(), null, Ranking.EARLIEST, preferences.party());
        return with(first, end, null, 1, false, time);
    }

    /** All there is, from the first to the last and in order of time. */
    SlotQuery forAll(boolean everyTherapist) {
        return with(from, to, null, Integer.MAX_VALUE, everyTherapist, preferences);
    }

    /** What is looked for stays; where, how far and in which order is another. */
    private SlotQuery with(
            Instant first, Instant end, @Nullable After start, int most, boolean each, Preferences preferred) {
        return new SlotQuery(
                treatment,
                minutes,
                locations,
                therapist,
                gender,
                client,
                moving,
                first,
                end,
                start,
                most,
                waived,
                now,
                each,
                preferred,
                addedMinutes,
                companions,
                asAgreed);
    }
}
