package dev.unknot.common.event;

import dev.unknot.common.appointment.AppointmentEvent;
import dev.unknot.common.block.BlockEvent;
import dev.unknot.common.client.ClientEvent;
import dev.unknot.common.location.LocationEvent;
import dev.unknot.common.message.MessageEvent;
import dev.unknot.common.terms.TermsEvent;
import dev.unknot.common.therapist.TherapistEvent;
import dev.unknot.common.treatment.TreatmentEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event of Unknot, found through the sealed interface of each owner. */
public final class EventCatalogue {

    private static final List<Class<? extends DomainEvent>> OWNERS = List.of(
            LocationEvent.class,
            TherapistEvent.class,
            TreatmentEvent.class,
            ClientEvent.class,
            TermsEvent.class,
            AppointmentEvent.class,
            BlockEvent.class,
            MessageEvent.class);

    private static final Map<String, Class<? extends DomainEvent>> BY_TYPE = OWNERS.stream()
            .flatMap(EventCatalogue::records)
            .collect(Collectors.toUnmodifiableMap(EventCatalogue::typeOf, event -> event));

    private EventCatalogue() {}

    public static List<Class<? extends DomainEvent>> all() {
        return BY_TYPE.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .<Class<? extends DomainEvent>>map(Map.Entry::getValue)
                .toList();
    }

    /** Empty for a type this version does not know, which a consumer passes over. */
    public static Optional<Class<? extends DomainEvent>> byType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static String typeOf(Class<? extends DomainEvent> event) {
        return announced(event).type();
    }

    public static String topicOf(Class<? extends DomainEvent> event) {
        return announced(event).topic();
    }

    private static Announced announced(Class<? extends DomainEvent> event) {
        Announced announced = event.getAnnotation(Announced.class);
        if (announced == null) {
            throw new IllegalArgumentException(event.getName() + " is an event and lacks @Announced");
        }
        return announced;
    }

    private static Stream<Class<? extends DomainEvent>> records(Class<? extends DomainEvent> owner) {
        return Arrays.stream(owner.getPermittedSubclasses()).map(record -> record.asSubclass(DomainEvent.class));
    }
}
