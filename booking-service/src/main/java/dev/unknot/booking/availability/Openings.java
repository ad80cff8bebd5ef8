package dev.unknot.booking.availability;

import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, in order; cannot be changed. An opening is eight bytes until it is looked at, so that all of a
 * chain's can be had at once.
 */
public final class Openings extends AbstractList<Opening> implements RandomAccess {

    static final Openings NONE = new Openings(new long[0], 0, new Scene[0], 0, 0);

    private final long[] found;
    private final int size;
    private final @Nullable Scene[] scenes;
    private final long base;
    private final int session;
    private final Party party;

    /**
     * @param found as {@link Findings} packs them, the first {@code size} of them
     * @param base the cell their starts count from
     * @param session in cells
     */
    Openings(long[] found, int size, @Nullable Scene[] scenes, long base, int session) {
        this(found, size, scenes, base, session, Party.ONE);
    }

    private Openings(long[] found, int size, @Nullable Scene[] scenes, long base, int session, Party party) {
        this.found = found;
        this.size = size;
        this.scenes = scenes;
        this.base = base;
        this.session = session;
        this.party = party;
    }

    @Override
    public Opening get(int index) {
        long one = found[Objects.checkIndex(index, size)];
        Scene scene = scene(one);
        long start = start(one);
        int first = Findings.therapist(one);
        if (party.therapists() == 1) {
            return opening(scene, one, start, id(scene, first), List.of());
        }
        List<TherapistId> therapists = new Company(scene, party, null)
                .therapists(start, first).stream().map(each -> id(scene, each)).toList();
        return opening(scene, one, start, therapists.getFirst(), therapists.subList(1, therapists.size()));
    }

    private Opening opening(Scene scene, long one, long start, TherapistId therapist, List<TherapistId> others) {
        return new Opening(
                new TimeRange(Grid.instant(start), Grid.instant(start + session)),
                scene.location().zone(),
                scene.location().id(),
                therapist,
                scene.places().get(Findings.place(one)).room().place(),
                others);
    }

    private static TherapistId id(Scene scene, int therapist) {
        return scene.staff().get(therapist).therapist().id();
    }

    long packed(int index) {
        return found[Objects.checkIndex(index, size)];
    }

    Scene scene(long one) {
        return Objects.requireNonNull(scenes[Findings.scene(one)]);
    }

    /** In cells. */
    long start(long one) {
        return base + Findings.start(one);
    }

    /** Some of these in another order. */
    Openings of(long[] chosen) {
        return new Openings(chosen, chosen.length, scenes, base, session, party);
    }

    /** For as many at once. */
    Openings of(Party several) {
        return new Openings(found, size, scenes, base, session, several);
    }

    @Override
    public int size() {
        return size;
    }
}
