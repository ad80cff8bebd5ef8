package dev.unknot.platform.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole service on a random port, with a migrated database and topics of its own for this test class, a movable
 * clock, and {@link Tokens} as its issuer. A {@link TopicReader} can be injected.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ServiceTestInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
public @interface ServiceTest {

    /** Further settings, {@code key=value}; they win over those of this annotation. */
    @AliasFor(annotation = SpringBootTest.class)
    String[] properties() default {};

    /** Configuration to start instead of the service's application class. */
    @AliasFor(annotation = SpringBootTest.class)
    Class<?>[] classes() default {};
}
