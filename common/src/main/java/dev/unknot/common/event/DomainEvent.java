package dev.unknot.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** A committed fact that its owner announces. Each implementation is a record with {@link Announced}. */
public interface DomainEvent {

    /** The aggregate it is about: the record key and the CloudEvents subject. */
    @JsonIgnore
    UUID subject();
}
