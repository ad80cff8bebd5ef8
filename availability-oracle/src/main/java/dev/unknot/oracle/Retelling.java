package dev.unknot.oracle;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The same world in other words, in which the same can be booked. */
public final class Retelling {

    private final Dice dice;

    public Retelling(long seed) {
        dice = new Dice(seed);
    }

    /** In another order. */
    public World shuffled(World world) {
        return new World(
                dice.shuffled(world.locations()).stream().map(this::shuffled).toList(),
                dice.shuffled(world.therapists()).stream()
                        .map(therapist -> therapist.with(dice.shuffled(therapist.working())))
                        .toList(),
                dice.shuffled(world.treatments()),
                dice.shuffled(world.appointments()),
                dice.shuffled(world.clients()),
                world.query());
    }

    /** With shifts cut into pieces that touch. */
    public World split(World world) {
        return world.with(world.therapists().stream()
                .map(therapist -> therapist.with(
                        therapist.working().stream().flatMap(this::split).toList()))
                .toList());
    }

    private Location shuffled(Location location) {
        List<Span> open = location.open();
        return location.with(dice.shuffled(location.rooms()), open == null ? null : dice.shuffled(open));
    }

    private Stream<Shift> split(Shift shift) {
        long minutes = Duration.between(shift.start(), shift.end()).toMinutes();
        if (minutes < 2) {
            return Stream.of(shift);
        }
        Shift first = new Shift(
                shift.location(),
                shift.start(),
                shift.start().plus(Duration.ofMinutes(1 + dice.below((int) minutes - 1))));
        Shift rest = new Shift(shift.location(), first.end(), shift.end());
        return dice.onceIn(2) ? Stream.of(first, rest) : Stream.concat(Stream.of(first), split(rest));
    }
}
