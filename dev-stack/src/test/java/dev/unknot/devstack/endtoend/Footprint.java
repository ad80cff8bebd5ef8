package dev.unknot.devstack.endtoend;

import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Probe;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows each table of each service has, and where each partition of each topic ends. */
final class Footprint {

    private Footprint() {}

    /**
     * Taken when nothing is under way any more: outboxes empty, every consumer group at the ends of its topics, no message
     * due, and two looks in a row the same.
     */
    static Map<String, Object> settled(Stack stack) {
        AtomicReference<Map<String, Object>> last = new AtomicReference<>(Map.of());
        Probe.waitUntil("nothing is under way any more", () -> {
            Map<String, Object> now = take(stack);
            boolean quiet = now.equals(last.getAndSet(now));
            return quiet
                    && consumersAreAtTheEnds(stack)
                    && messagesToSend() == 0
                    && now.entrySet().stream()
                            .filter(entry -> entry.getKey().endsWith(".outbox"))
                            .allMatch(entry -> entry.getValue().equals(0L));
        });
        return Objects.requireNonNull(last.get());
    }

    private static Map<String, Object> take(Stack stack) {
        Map<String, Object> footprint = new TreeMap<>();
        for (Service service : Service.values()) {
            JdbcClient database = SharedStack.database(service);
            List<String> tables = database.sql(
                            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")
                    .query(String.class)
                    .list();
            for (String table : tables) {
                footprint.put(
                        service + "." + table,
                        database.sql("SELECT count(*) FROM \"" + table + "\"")
                                .query(Long.class)
                                .single());
            }
        }
        footprint.putAll(ends(stack));
        return footprint;
    }

    private static long messagesToSend() {
        return SharedStack.database(Service.NOTIFICATION)
                .sql("SELECT count(*) FROM messages WHERE state IN ('PLANNED', 'SENDING') AND due <= now()")
                .query(Long.class)
                .single();
    }

    private static boolean consumersAreAtTheEnds(Stack stack) {
        Map<String, Object> ends = ends(stack);
        return ask(stack, admin -> {
            for (GroupListing group : admin.listGroups().valid().get()) {
                Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group.groupId())
                        .partitionsToOffsetAndMetadata()
                        .get();
                if (read.entrySet().stream()
                        .anyMatch(at -> !Long.valueOf(at.getValue().offset())
                                .equals(ends.get(at.getKey().toString())))) {
                    return false;
                }
            }
            return true;
        });
    }

    private static Map<String, Object> ends(Stack stack) {
        return ask(stack, admin -> {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith("unknot."))
                    .toList();
            Map<TopicPartition, OffsetSpec> latest =
                    admin.describeTopics(topics).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            end -> end.getKey().toString(),
                            end -> end.getValue().offset()));
        });
    }

    private static <T> T ask(Stack stack, Question<T> question) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", stack.kafka().bootstrapServers()))) {
            return question.of(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not tell", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private interface Question<T> {
        T of(Admin admin) throws ExecutionException, InterruptedException;
    }
}
