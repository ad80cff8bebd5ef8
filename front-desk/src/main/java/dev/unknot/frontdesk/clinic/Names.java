package dev.unknot.frontdesk.clinic;

import static java.util.stream.Collectors.toMap;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Who and what the ids in a list stand for, each asked for once. Clients are asked for in the name of who looks; treatments,
 * therapists and locations, which are no secret, in the front desk's own.
 */
@Component
public class Names {

    /** As many clients as booking-service tells at once. */
    private static final int AT_ONCE = 100;

    private static final int MOST_LOCATIONS = 1_000;

    private final Clients clients;
    private final Treatments treatments;
    private final Therapists therapists;
    private final Locations locations;
    private final DeskTokens tokens;

    Names(Clients clients, Treatments treatments, Therapists therapists, Locations locations, DeskTokens tokens) {
        this.clients = clients;
        this.treatments = treatments;
        this.therapists = therapists;
        this.locations = locations;
        this.tokens = tokens;
    }

    /** Those of them whom the caller may see. */
    public Map<ClientId, ClientView> clients(Bearer by, Collection<ClientId> ids) {
        List<ClientId> all = new ArrayList<>(ids.stream().distinct().toList());
        Map<ClientId, ClientView> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            clients.named(by, all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .items()
                    .forEach(client -> found.put(client.id(), client));
        }
        return found;
    }

    /** The clients of some appointments. */
    public Map<ClientId, ClientView> clientsOf(Bearer by, Collection<AppointmentView> appointments) {
        return clients(
                by,
                appointments.stream()
                        .flatMap(appointment -> appointment.participants().stream())
                        .map(Participant::clientId)
                        .filter(Objects::nonNull)
                        .toList());
    }

    public Map<TreatmentId, String> treatments(Collection<TreatmentId> ids) {
        return each(ids, id -> treatments.find(tokens.service(), id)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, found -> found.getValue().name()));
    }

    public Map<TherapistId, String> therapists(Collection<TherapistId> ids) {
        return each(ids, id -> therapists.find(tokens.service(), id)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, found -> found.getValue().name()));
    }

    public Map<LocationId, LocationView> locations(Collection<LocationId> ids) {
        return each(ids, id -> locations.find(tokens.service(), id));
    }

    /** All that the caller works for, by name; at most {@value #MOST_LOCATIONS}. */
    public List<LocationView> locationsOf(Bearer by) {
        List<LocationView> all = new ArrayList<>();
        String cursor = null;
        do {
            var page = locations.list(by, cursor, AT_ONCE);
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null && all.size() < MOST_LOCATIONS);
        all.sort(Comparator.comparing(LocationView::name));
        return all;
    }

    private static <I, N> Map<I, N> each(Collection<I> ids, Function<I, N> find) {
        return ids.stream().distinct().collect(toMap(Function.identity(), find));
    }
}
