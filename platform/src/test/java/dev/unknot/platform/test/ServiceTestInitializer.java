package dev.unknot.platform.test;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.util.StringUtils;

/** Gives each context that starts a database, topics and an issuer; see {@link ServiceTest}. */
final class ServiceTestInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, Database> TEMPLATES = new ConcurrentHashMap<>();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Infrastructure infrastructure = Infrastructure.get();
        CompletableFuture<String> kafka = CompletableFuture.supplyAsync(infrastructure::bootstrapServers);
        Database database =
                infrastructure.newDatabase(template(context.getEnvironment()).name());
        String bootstrapServers = kafka.join();
        String prefix = infrastructure.newTopicPrefix();

        addBelowInlinedProperties(
                context.getEnvironment().getPropertySources(),
                new MapPropertySource("service test", properties(database, bootstrapServers, prefix)));
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("topicReader", new TopicReader(bootstrapServers, prefix));
        // Hundreds of partitions per class would slow the broker down for the classes to come.
        beans.registerDisposableBean("testTopics", () -> TestTopics.delete(bootstrapServers, prefix));
    }

    private static Map<String, Object> properties(Database database, String bootstrapServers, String prefix) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.username());
        properties.put("spring.datasource.password", database.password());
        properties.put("spring.kafka.bootstrap-servers", bootstrapServers);
        properties.put("spring.test.print-condition-evaluation-report", "false");
        properties.put("unknot.topic-prefix", prefix);
        properties.put("unknot.development", "true");
        properties.put("unknot.clock.movable", "true");
        properties.put("unknot.security.jwks-uri", Tokens.jwksUri());
        properties.put("unknot.security.issuer", Tokens.ISSUER);
        // On a busy machine nothing is to fail, or to be sent twice, sooner than a test loses its patience.
        properties.put("spring.datasource.hikari.connection-timeout", "30000");
        properties.put("spring.kafka.producer.properties.max.block.ms", "30000");
        properties.put("spring.kafka.producer.properties.delivery.timeout.ms", "30000");
        properties.put("unknot.outbox.delivery-timeout", "30s");
        return properties;
    }

    // What a test class says about itself wins.
    private static void addBelowInlinedProperties(MutablePropertySources sources, PropertySource<?> source) {
        String inlined = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
        if (sources.contains(inlined)) {
            sources.addAfter(inlined, source);
        } else {
            sources.addFirst(source);
        }
    }

    // Migrated once per JVM; every other database of the service is a copy, which takes a tenth of the time.
    private static Database template(Environment environment) {
        String locations =
                environment.getProperty("spring.flyway.locations", "classpath:db/platform,classpath:db/migration");
        return TEMPLATES.computeIfAbsent(locations, ServiceTestInitializer::migrate);
    }

    private static Database migrate(String locations) {
        Database template = Infrastructure.get().newDatabase();
        int applied = Flyway.configure()
                .dataSource(template.url(), template.username(), template.password())
                .locations(StringUtils.tokenizeToStringArray(locations, ","))
                .load()
                .migrate()
                .migrationsExecuted;
        System.out.println("Migrated the template of this service's test databases by " + applied + " steps.");
        return template;
    }
}
