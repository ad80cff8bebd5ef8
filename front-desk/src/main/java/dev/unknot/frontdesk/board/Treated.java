package dev.unknot.frontdesk.board;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.therapist.TherapistId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A client of a visit, and who treats them.
 *
 * @param client null: nobody named yet, erased, or not the caller's
 * @param name in words where there is no client
 * @param therapists their names; several where two clients of one visit turned out to be one
 */
public record Treated(@Nullable ClientView client, String name, List<String> therapists) {

    public Treated {
        therapists = List.copyOf(therapists);
    }

    /**
     * All clients of a visit in its order, each once.
     *
     * @param unknown what to call who is not among {@code clients}
     */
    public static List<Treated> of(
            AppointmentView visit,
            Map<ClientId, ClientView> clients,
            Function<Participant, String> unknown,
            Function<TherapistId, String> therapist) {
        return visit.participants().stream()
                .collect(groupingBy(
                        each -> Optional.ofNullable(each.clientId()),
                        LinkedHashMap::new,
                        collectingAndThen(toList(), theirs -> {
                            @Nullable ClientId id = theirs.getFirst().clientId();
                            @Nullable ClientView client = id == null ? null : clients.get(id);
                            return new Treated(
                                    client,
                                    client == null ? unknown.apply(theirs.getFirst()) : client.name(),
                                    theirs.stream()
                                            .map(Participant::therapistId)
                                            .distinct()
                                            .map(therapist)
                                            .toList());
                        })))
                .values()
                .stream()
                .toList();
    }

    public static List<String> names(List<Treated> all) {
        return all.stream().map(Treated::name).toList();
    }

    /** Whoever treats one of them. */
    public static List<String> therapists(List<Treated> all) {
        return all.stream()
                .flatMap(each -> each.therapists().stream())
                .distinct()
                .toList();
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "Treated[…]";
    }
}
