package dev.unknot.booking.series;

import dev.unknot.booking.appointment.BookingProgress;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.series.OccurrenceRefusal;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.transaction.ResourceLocks;
import dev.unknot.platform.transaction.TryAgain;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What one call on a series has learned over the transactions it took so far. All its steps become true in one transaction.
 * A step that is refused may have left something behind, so that transaction is given up and the next leaves the step out:
 * nothing is taken back by halves, and whatever dies in between leaves nothing at all.
 */
final class Steps {

    private static final int CONFLICT = 409;

    private static final Set<String> TIME = Set.of("start", "localTime");

    private final Map<Integer, BookingProgress> progress = new HashMap<>();
    private final SortedMap<Integer, Rejection> refused = new TreeMap<>();

    /**
     * Takes those that have not been refused, in their order, under the locks of all of them.
     *
     * @param steps by the number of the occurrence
     * @param atomic whether one refusal is the refusal of all, for the caller to say
     * @return what was taken; nothing counts unless it all commits
     * @throws TryAgain when some were refused or have to look again, which the next transaction knows
     */
    Map<Integer, AppointmentView> take(Map<Integer, ? extends Step> steps, ResourceLocks locks, boolean atomic) {
        Map<Integer, Step> open = open(steps);
        // In one order for everybody: taken one by one, two series, or a series and a visit, would deadlock.
        Set<UUID> wanted = new HashSet<>();
        open.forEach((number, step) -> wanted.addAll(step.wants(progress(number))));
        locks.lock(wanted);
        Map<Integer, AppointmentView> taken = new TreeMap<>();
        TryAgain again = null;
        boolean inTheWay = false;
        int before = refused.size();
        for (Map.Entry<Integer, Step> each : open.entrySet()) {
            try {
                taken.put(each.getKey(), each.getValue().take(progress(each.getKey())));
            } catch (Rejection why) {
                if (!inTheWay) {
                    refused.put(each.getKey(), why);
                }
            } catch (TryAgain why) {
                again = why;
                // Who comes after it may be refused only for what it still has, and is asked again.
                inTheWay |= each.getValue().makesRoom();
            }
        }
        if (again != null) {
            throw again;
        }
        if (refused.size() > before && !atomic) {
            throw new TryAgain(SeriesRefusals.busy());
        }
        return taken;
    }

    private Map<Integer, Step> open(Map<Integer, ? extends Step> steps) {
        Map<Integer, Step> open = new LinkedHashMap<>(steps);
        open.keySet().removeAll(refused.keySet());
        return open;
    }

    private BookingProgress progress(int number) {
        return progress.computeIfAbsent(number, each -> new BookingProgress());
    }

    /** Without asking anybody. */
    void refuse(int number, Rejection why) {
        refused.putIfAbsent(number, why);
    }

    SortedMap<Integer, OccurrenceRefusal> refused() {
        SortedMap<Integer, OccurrenceRefusal> told = new TreeMap<>();
        refused.forEach((number, why) -> told.put(number, new OccurrenceRefusal(why.code(), why.sentence())));
        return told;
    }

    void requireNoneRefused() {
        if (!refused.isEmpty()) {
            throw SeriesRefusals.none(refused());
        }
    }

    /**
     * What each of them was refused for alike, whatever its time, is wrong with the request: a client nobody knows, a length
     * that is not sold.
     */
    void requireNotOneReason(int all) {
        List<Rejection> every = List.copyOf(refused.values());
        if (!every.isEmpty()
                && every.size() == all
                && every.stream().allMatch(Steps::isOfTheRequest)
                && every.stream().map(Rejection::code).distinct().count() == 1) {
            throw every.getFirst();
        }
    }

    private static boolean isOfTheRequest(Rejection why) {
        // By what it is refused for; what else stands against it comes after.
        return why.status() != CONFLICT
                && why.errors().stream().limit(1).noneMatch(fault -> TIME.contains(fault.field()));
    }
}
