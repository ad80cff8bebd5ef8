package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.Clients;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who the clients of some appointments are, asked for together. */
@Component
class ClientNames {

    /** As many as booking-service tells at once. */
    private static final int AT_ONCE = 100;

    static final String ERASED = "Erased client";

    private final Clients clients;

    ClientNames(Clients clients) {
        this.clients = clients;
    }

    Map<ClientId, String> of(Bearer by, Collection<AppointmentView> appointments) {
        List<ClientId> ids = new ArrayList<>(appointments.stream()
                .flatMap(appointment -> appointment.participants().stream())
                .map(Participant::clientId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<ClientId, String> names = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            for (ClientView client : clients.named(by, ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .items()) {
                names.put(client.id(), client.name());
            }
        }
        // Whoever has a visit here is known here, unless they were erased.
        ids.forEach(id -> names.putIfAbsent(id, ERASED));
        return names;
    }
}
