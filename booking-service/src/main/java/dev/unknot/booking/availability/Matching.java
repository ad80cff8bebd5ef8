package dev.unknot.booking.availability;

import dev.unknot.common.therapist.TherapistId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives each table another therapist, if that can be done at all: by augmenting paths (H. W. Kuhn, The Hungarian method
 * for the assignment problem, 1955), so that a later table may send an earlier one to its next choice.
 */
final class Matching {

    private final List<Choice.Table> tables;
    private final Set<UUID> taken;
    private final Map<TherapistId, Integer> tableOf = new HashMap<>();

    Matching(List<Choice.Table> tables, Set<UUID> taken) {
        this.tables = tables;
        this.taken = taken;
    }

    /** Empty when there are too few. */
    Optional<List<TherapistId>> bySeat(int seats) {
        for (int table = 0; table < tables.size(); table++) {
            if (!serve(table, new HashSet<>())) {
                return Optional.empty();
            }
        }
        @Nullable TherapistId[] bySeat = new TherapistId[seats];
        tableOf.forEach((therapist, table) -> tables.get(table).seats().forEach(seat -> bySeat[seat] = therapist));
        return Optional.of(List.copyOf(Arrays.asList(bySeat)));
    }

    private boolean serve(int table, Set<TherapistId> asked) {
        for (TherapistId therapist : tables.get(table).fitting()) {
            if (!taken.contains(therapist.value()) && asked.add(therapist)) {
                Integer served = tableOf.get(therapist);
                if (served == null || serve(served, asked)) {
                    tableOf.put(therapist, table);
                    return true;
                }
            }
        }
        return false;
    }
}
