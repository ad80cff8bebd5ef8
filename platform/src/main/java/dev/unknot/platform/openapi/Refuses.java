package dev.unknot.platform.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * With what a call, or each of a controller, refuses beyond what follows from its arguments. Tests hold it against what calls
 * refuse with in fact.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    /** A status and its codes each, such as {@code 404 unknown-room}. */
    String[] value();
}
