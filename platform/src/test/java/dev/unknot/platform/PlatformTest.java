package dev.unknot.platform;

import dev.unknot.platform.test.Database;
import dev.unknot.platform.test.Infrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** A service with nothing in it but the platform, on a database and topics of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.application.name=platform-test",
            "unknot.development=true",
            "unknot.kafka.partitions=3",
            // As in a service test: no sooner than a test loses its patience.
            "spring.datasource.hikari.connection-timeout=30000",
            "spring.kafka.producer.properties.max.block.ms=30000",
            "spring.kafka.producer.properties.delivery.timeout.ms=30000",
            "unknot.outbox.delivery-timeout=30s",
            "spring.main.banner-mode=off"
        })
@ContextConfiguration(classes = PlatformTest.EmptyService.class, initializers = PlatformTest.OwnServers.class)
@DirtiesContext
public @interface PlatformTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    class EmptyService {}

    class OwnServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Database database = Infrastructure.get().newDatabase();
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.username(),
                            "spring.datasource.password=" + database.password(),
                            "spring.kafka.bootstrap-servers="
                                    + Infrastructure.get().bootstrapServers(),
                            "unknot.topic-prefix=" + Infrastructure.get().newTopicPrefix())
                    .applyTo(context);
        }
    }
}
