package dev.unknot.platform.dryrun;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller, or one of its methods: with {@code ?dryRun=true} its writes answer as ever and leave nothing behind. All
 * they write is written within {@link dev.unknot.platform.transaction.Attempts}. Any other write is refused with that
 * parameter, since it would really happen.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface DryRunnable {}
