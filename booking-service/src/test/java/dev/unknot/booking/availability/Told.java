package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.oracle.World;
import dev.unknot.oracle.announcement.Agreed;
import dev.unknot.oracle.announcement.Announcements;
import dev.unknot.oracle.announcement.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All that was ever announced while one world became another and at last the one that is: each must be learnable in any
 * order and any number of times.
 */
final class Told {

    private final List<Consumer<Engine>> events = new ArrayList<>();
    private final List<Standing> standings;
    private final Set<LocationId> locations = new HashSet<>();
    private final Set<TherapistId> therapists = new HashSet<>();
    private final Set<AppointmentId> appointments = new HashSet<>();

    /** @param worlds the last one is the one that is */
    Told(List<World> worlds) {
        int version = 0;
        for (World world : worlds) {
            become(new Announcements(world), ++version);
        }
        standings = new Announcements(worlds.getLast()).standings();
    }

    Engine inOrder() {
        Engine engine = Engine.untold();
        events.forEach(event -> event.accept(engine));
        standings.forEach(standing -> engine.learn(standing, 1));
        return engine;
    }

    /** @param nowAndThen what is done to the engine between the events, which should make no difference */
    Engine twiceInAnyOrder(Random random, Consumer<Engine> nowAndThen) {
        List<Consumer<Engine>> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, random);
        Engine engine = Engine.untold();
        for (Consumer<Engine> event : shuffled) {
            event.accept(engine);
            if (random.nextInt(10) == 0) {
                nowAndThen.accept(engine);
            }
        }
        standings.forEach(standing -> engine.learn(standing, 1));
        return engine;
    }

    private void become(Announcements world, int version) {
        Set<LocationId> closed = new HashSet<>(locations);
        Set<TherapistId> gone = new HashSet<>(therapists);
        Set<AppointmentId> cancelled = new HashSet<>(appointments);
        world.locations().forEach(location -> {
            closed.remove(location.id());
            locations.add(location.id());
            events.add(engine -> engine.availability().learn(location, version));
        });
        world.terms()
                .forEach(terms -> events.add(engine -> engine.availability().learn(terms, version)));
        world.therapists().forEach(therapist -> {
            gone.remove(therapist.id());
            therapists.add(therapist.id());
            events.add(engine -> engine.availability().learn(therapist, version));
        });
        world.agreed().forEach(agreed -> {
            cancelled.remove(agreed.id());
            appointments.add(agreed.id());
            events.add(engine -> engine.learn(agreed, version));
        });
        closed.forEach(id -> events.add(engine -> engine.availability().erase(id, version)));
        gone.forEach(id -> events.add(engine -> engine.availability().erase(id, version)));
        cancelled.forEach(id -> events.add(engine -> engine.learn(Agreed.cancelled(id), version)));
    }
}
