package dev.unknot.booking.availability;

import dev.unknot.common.client.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the clients stand of whom there is something to remember, which are few. One thread at a time writes; readers take no lock. */
final class KnownClients {

    private final Map<ClientId, ClientStanding> standings = new ConcurrentHashMap<>();
    private final Map<UUID, Attendance> missed = new ConcurrentHashMap<>();
    private final Map<ClientId, List<Attendance>> missedBy = new ConcurrentHashMap<>();

    /** Who was restricted once is remembered, so that an older version, come late, does not restrict them again. */
    void learn(ClientStanding standing) {
        ClientStanding known = standings.get(standing.client());
        if (known == null ? !standing.isGood() : known.version() < standing.version()) {
            standings.put(standing.client(), standing);
        }
    }

    void learn(Attendance attendance) {
        Attendance known = missed.get(attendance.appointment());
        if (known == null && attendance.missedBy().isEmpty()
                || known != null && known.version() >= attendance.version()) {
            return;
        }
        missed.put(attendance.appointment(), attendance);
        Set<ClientId> before = known == null ? Set.of() : known.missedBy();
        Stream.concat(before.stream(), attendance.missedBy().stream())
                .distinct()
                .forEach(client -> missedBy.compute(client, (_, all) -> with(all, client, attendance)));
    }

    private static @Nullable List<Attendance> with(
            @Nullable List<Attendance> all, ClientId client, Attendance attendance) {
        Stream<Attendance> others = all == null
                ? Stream.of()
                : all.stream().filter(each -> !each.appointment().equals(attendance.appointment()));
        List<Attendance> next = attendance.missedBy().contains(client)
                ? Stream.concat(others, Stream.of(attendance)).toList()
                : others.toList();
        return next.isEmpty() ? null : next;
    }

    ClientStanding standing(ClientId client) {
        return standings.getOrDefault(client, ClientStanding.good(client, 0));
    }

    List<Instant> missed(ClientId client) {
        return missedBy.getOrDefault(client, List.of()).stream()
                .map(Attendance::start)
                .toList();
    }
}
