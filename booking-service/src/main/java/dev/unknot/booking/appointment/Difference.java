package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentSnapshot;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which components of a snapshot differ, by name. */
final class Difference {

    private static final List<RecordComponent> COMPONENTS = List.of(AppointmentSnapshot.class.getRecordComponents());

    /** Of something new to nothing. */
    static final Set<String> ALL =
            COMPONENTS.stream().map(RecordComponent::getName).collect(Collectors.toUnmodifiableSet());

    private Difference() {}

    static Set<String> of(AppointmentSnapshot before, AppointmentSnapshot after) {
        return COMPONENTS.stream()
                .filter(component -> !Objects.equals(value(component, before), value(component, after)))
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Lists of a snapshot have no order that means anything. */
    private static @Nullable Object value(RecordComponent component, AppointmentSnapshot snapshot) {
        try {
            Object value = component.getAccessor().invoke(snapshot);
            return value instanceof Collection<?> all ? Set.copyOf(all) : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
