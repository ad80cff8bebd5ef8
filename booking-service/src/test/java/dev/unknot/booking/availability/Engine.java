package dev.unknot.booking.availability;

import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.oracle.Slot;
import dev.unknot.oracle.World;
import dev.unknot.oracle.announcement.Agreed;
import dev.unknot.oracle.announcement.Announcements;
import dev.unknot.oracle.announcement.Names;
import dev.unknot.oracle.announcement.Question;
import dev.unknot.oracle.announcement.Standing;
import java.time.Duration;
import java.util.List;

/** The engine, told of the oracle's worlds and asked in the oracle's words. */
record Engine(Availability availability) {

    private static final int ALL = 1_000_000;

    static Engine told(World world) {
        Announcements announcements = new Announcements(world);
        return told(announcements, announcements.locations(), announcements.therapists());
    }

    static Engine told(Absences absences) {
        return told(new Announcements(absences.world()), absences.locations(), absences.therapists());
    }

    static Engine told(
            Announcements announcements, List<LocationSnapshot> locations, List<TherapistSnapshot> therapists) {
        Engine engine = untold();
        locations.forEach(location -> engine.availability.learn(location, 1));
        therapists.forEach(therapist -> engine.availability.learn(therapist, 1));
        announcements.terms().forEach(terms -> engine.availability.learn(terms, 1));
        announcements.standings().forEach(standing -> engine.learn(standing, 1));
        announcements.agreed().forEach(agreed -> engine.learn(agreed, 1));
        return engine;
    }

    /** The oracle's people move at that speed. */
    static Engine untold() {
        return new Engine(new Availability(new Travel(30, Duration.ofMinutes(10), Duration.ofHours(12))));
    }

    void learn(Standing standing, long version) {
        availability.learn(new ClientStanding(standing.client(), version, standing.barred(), standing.avoids()));
    }

    void learn(Agreed agreed, long version) {
        availability.learn(new Commitment(
                agreed.id().value(),
                version,
                agreed.location(),
                agreed.session(),
                agreed.claims(),
                agreed.expiresAt()));
    }

    /** Every start, location and therapist, in order. */
    List<Slot> every(World world) {
        SlotQuery query = slotQuery(world).byEachTherapist();
        return slots(world, availability.search(query)).stream().sorted().toList();
    }

    List<Opening> search(World world) {
        return availability.search(slotQuery(world));
    }

    /** The wish for one slot that a search like that would offer. */
    Verdict assess(SlotQuery asked, Slot slot) {
        return availability.assess(new BookingWish(
                asked.treatment(),
                asked.minutes(),
                Names.location(slot.locationId()),
                slot.start(),
                Names.therapist(slot.therapistId()),
                asked.client(),
                asked.moving(),
                asked.waived(),
                false,
                asked.now()));
    }

    static List<Slot> slots(World world, List<Opening> openings) {
        Names names = new Names(world);
        return openings.stream()
                .map(opening -> names.slot(opening.session().start(), opening.location(), opening.therapist()))
                .toList();
    }

    static SlotQuery slotQuery(World world) {
        Question asked = new Announcements(world).question();
        return new SlotQuery(
                asked.treatment(),
                asked.minutes(),
                asked.locations(),
                asked.therapist(),
                asked.gender(),
                asked.client(),
                asked.moving(),
                asked.from(),
                asked.to(),
                null,
                ALL,
                asked.waived(),
                asked.now());
    }
}
