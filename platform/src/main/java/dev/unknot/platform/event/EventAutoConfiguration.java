package dev.unknot.platform.event;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DefaultErrorHandler;

/** Reading events, unless {@code unknot.events.enabled} is false; Spring Boot's listener container factory picks up the error handler and the interceptor. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@ConditionalOnProperty(name = "unknot.events.enabled", matchIfMissing = true)
@EnableConfigurationProperties(EventSettings.class)
public class EventAutoConfiguration {

    @Bean
    Events events(@Value("${unknot.topic-prefix:}") String topicPrefix) {
        return new Events(topicPrefix);
    }

    @Bean
    BrokerAdmin brokerAdmin(KafkaAdmin kafka) {
        return new BrokerAdmin(kafka.getConfigurationProperties());
    }

    @Bean
    TopicCreation topicCreation(BrokerAdmin broker, Events events, EventSettings settings) {
        return new TopicCreation(broker, events, settings);
    }

    @Bean
    EndOffsets endOffsets(BrokerAdmin broker, Events events) {
        return new EndOffsets(broker, events);
    }

    @Bean
    UngroupedConsumers ungroupedConsumers(ConsumerFactory<?, ?> consumers) {
        return new UngroupedConsumers(consumers);
    }

    @Bean
    CatchUp catchUp(BrokerAdmin broker, EndOffsets endOffsets, Events events) {
        return new CatchUp(broker, endOffsets, events);
    }

    @Bean
    DefaultErrorHandler consumerFailures(KafkaTemplate<?, ?> kafka, Events events, TopicCreation topics) {
        return ConsumerFailures.handler(new DeadLetters(kafka, events, topics));
    }

    @Bean
    DeadLetterReplay deadLetterReplay(
            KafkaListenerEndpointRegistry listeners,
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka,
            BrokerAdmin broker,
            EndOffsets endOffsets,
            EventTrace trace,
            Events events) {
        return new DeadLetterReplay(listeners, consumers, kafka, broker, endOffsets, trace, events);
    }

    @Bean
    EventTrace eventTrace() {
        return new EventTrace();
    }
}
