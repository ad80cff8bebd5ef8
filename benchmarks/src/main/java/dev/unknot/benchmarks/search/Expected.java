package dev.unknot.benchmarks.search;

import static java.util.stream.Collectors.groupingBy;

import dev.unknot.booking.availability.SlotQuery;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.oracle.Appointment;
import dev.unknot.oracle.Location;
import dev.unknot.oracle.MinuteOracle;
import dev.unknot.oracle.Query;
import dev.unknot.oracle.Room;
import dev.unknot.oracle.Shift;
import dev.unknot.oracle.Slot;
import dev.unknot.oracle.Span;
import dev.unknot.oracle.Therapist;
import dev.unknot.oracle.Treatment;
import dev.unknot.oracle.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a search has to find, by the oracle that counts minutes; asked of one clinic at a time, as it is in no hurry. */
final class Expected {

    private final ChangingWorld world;
    private final SlotQuery query;
    private final Map<LocationId, List<Visit>> booked;

    private Expected(ChangingWorld world, SlotQuery query) {
        this.world = world;
        this.query = query;
        this.booked = world.booked().stream()
                .collect(groupingBy(visit -> visit.clinic().id()));
    }

    /** Ascending by start, location and therapist, at most as many as asked for. */
    static List<Offered> of(ChangingWorld world, SlotQuery query) {
        Expected expected = new Expected(world, query);
        return world.chain().clinics().stream()
                .flatMap(expected::at)
                .sorted()
                .limit(query.limit())
                .toList();
    }

    private Stream<Offered> at(Clinic clinic) {
        Stream<Offered> all = new MinuteOracle(told(clinic)).slots().stream().map(Expected::offered);
        return query.eachTherapist()
                ? all
                : all.collect(groupingBy(Offered::start)).values().stream()
                        .map(here -> here.stream().sorted().findFirst().orElseThrow());
    }

    private World told(Clinic clinic) {
        TreatmentSnapshot treatment = query.treatment();
        return new World(
                List.of(new Location(
                        name(clinic),
                        clinic.zone(),
                        clinic.places().stream()
                                .map(place -> new Room(
                                        place.roomId().toString(),
                                        Set.of("table"),
                                        (int) Clinic.TURNOVER.toMinutes(),
                                        1,
                                        List.of()))
                                .toList(),
                        world.chain().days().stream()
                                .map(clinic::open)
                                .map(open -> new Span(open.start(), open.end()))
                                .toList())),
                IntStream.range(0, Clinic.THERAPISTS)
                        .mapToObj(therapist -> told(clinic, therapist))
                        .toList(),
                List.of(new Treatment(
                        treatment.id().toString(),
                        treatment.skill(),
                        treatment.capability(),
                        treatment.beforeMinutes(),
                        treatment.afterMinutes(),
                        treatment.cadenceMinutes(),
                        treatment.noticeMinutes())),
                booked.getOrDefault(clinic.id(), List.of()).stream()
                        .map(Expected::told)
                        .toList(),
                new Query(
                        treatment.id().toString(),
                        query.minutes(),
                        null,
                        null,
                        null,
                        null,
                        query.from(),
                        query.to(),
                        null,
                        query.now(),
                        Set.of()));
    }

    private Therapist told(Clinic clinic, int therapist) {
        return new Therapist(
                clinic.therapists().get(therapist).toString(),
                null,
                Set.of("swedish"),
                world.chain().days().stream()
                        .map(day -> clinic.shift(therapist, day))
                        .map(shift -> new Shift(name(clinic), shift.start(), shift.end()))
                        .toList(),
                null,
                false);
    }

    private static Appointment told(Visit visit) {
        TimeRange session = visit.session();
        return new Appointment(
                null,
                visit.clinic().therapists().get(visit.therapist()).toString(),
                visit.clinic().places().get(visit.room()).roomId().toString(),
                null,
                session.start(),
                session.end(),
                (int) Visit.BEFORE.toMinutes(),
                (int) Visit.AFTER.toMinutes(),
                (int) Clinic.TURNOVER.toMinutes(),
                0,
                null);
    }

    private static String name(Clinic clinic) {
        return clinic.id().toString();
    }

    private static Offered offered(Slot slot) {
        return new Offered(slot.start(), LocationId.of(slot.locationId()), TherapistId.of(slot.therapistId()));
    }
}
