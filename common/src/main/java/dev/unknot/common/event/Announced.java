package dev.unknot.common.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The public name of an event: consumers subscribe to this, never to the producer's class. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Announced {

    /** CloudEvents type, such as {@code dev.unknot.appointment.booked.v1}; the suffix is the major version. */
    String type();

    /** One of {@link Topics}. */
    String topic();
}
