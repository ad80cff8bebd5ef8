package dev.unknot.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.Grid;
import dev.unknot.oracle.RandomWorlds;
import dev.unknot.oracle.World;
import dev.unknot.oracle.announcement.Announcements;
import dev.unknot.oracle.announcement.Names;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everything that stands against a wish, in worlds at random: nothing where it fits, and no second refusal after all of it is mended. */
class GroundsTest {

    private static final Set<String> OF_THE_REQUEST =
            Set.of("minutes-not-offered", "start-off-grid", "unknown-location");

    private int refused;
    private int several;
    private int waived;

    @Test
    void namesTheFirstReasonAndAllOthersAndWaivingThemIsEnough() {
        for (long seed = 0; seed < 60; seed++) {
            World world = RandomWorlds.of(seed).world();
            Engine engine = Engine.told(world);
            SlotQuery query = Engine.slotQuery(world);
            for (LocationSnapshot location : new Announcements(world).locations()) {
                for (long cell = Grid.cell(query.from()); cell < Grid.cell(query.to()); cell += 7) {
                    for (var therapist : world.therapists()) {
                        check(
                                seed,
                                engine.availability(),
                                wish(
                                        query,
                                        location,
                                        Grid.instant(cell),
                                        Names.therapist(therapist.id()),
                                        query.waived()));
                    }
                }
            }
        }
        assertThat(List.of(refused > 5_000, several > 1_000, waived > 100))
                .as("%d refused, %d for several reasons, %d waived", refused, several, waived)
                .containsOnly(true);
    }

    private void check(long seed, Availability availability, PartyWish wish) {
        List<PartyVerdict.Refused> grounds = availability.grounds(wish);
        if (!(availability.assess(wish) instanceof PartyVerdict.Refused first)) {
            assertThat(grounds).as("world %d, %s", seed, wish).isEmpty();
            return;
        }
        if (OF_THE_REQUEST.contains(first.rule().code())) {
            return;
        }
        refused++;
        several += grounds.size() > 1 ? 1 : 0;
        assertThat(grounds).as("world %d, %s", seed, wish).contains(first);
        Set<String> soft = new HashSet<>(wish.waived());
        grounds.forEach(ground -> soft.add(ground.rule().code()));
        if (soft.stream().allMatch(code -> Rule.ofCode(code).orElseThrow().soft())) {
            waived++;
            assertThat(availability.assess(waiving(wish, soft)))
                    .as("world %d, %s", seed, wish)
                    .isInstanceOf(PartyVerdict.Fits.class);
        }
    }

    private static PartyWish wish(
            SlotQuery query, LocationSnapshot location, Instant start, TherapistId therapist, Set<String> waived) {
        return new PartyWish(
                query.treatment(),
                query.minutes(),
                0,
                location.id(),
                start,
                List.of(new Seat(query.client(), therapist)),
                null,
                null,
                query.moving(),
                waived,
                false,
                false,
                false,
                query.now());
    }

    private static PartyWish waiving(PartyWish wish, Set<String> codes) {
        return new PartyWish(
                wish.treatment(),
                wish.minutes(),
                0,
                wish.location(),
                wish.start(),
                wish.seats(),
                null,
                null,
                wish.moving(),
                codes,
                false,
                false,
                false,
                wish.now());
    }
}
