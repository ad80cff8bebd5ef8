package dev.unknot.devstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.event.Topics;
import dev.unknot.devstack.Service;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;

/** What a clinic's appointments are in the database, and what the topic says of them. */
final class Announcements {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Announcements() {}

    /**
     * Once the outbox is empty: of each appointment of the clinic the topic has every version from 1 to the one in the
     * database, in order and none besides, and it has no appointment that the database does not know. A record that was
     * sent again, known by its {@code ce_id}, counts where it came first; two events of one version would be seen.
     */
    static void areCompleteAndInOrder(Clinic clinic) {
        Probe.waitUntil(
                "the outbox is empty",
                Duration.ofSeconds(60),
                () -> SharedStack.database(Service.BOOKING)
                                .sql("SELECT count(*) FROM outbox")
                                .query(Long.class)
                                .single()
                        == 0);
        Map<String, List<Long>> committed = SharedStack.database(Service.BOOKING)
                .sql("SELECT id, version FROM appointments WHERE location_id = ?::uuid")
                .param(clinic.location())
                .query((row, number) -> Map.entry(row.getString("id"), upTo(row.getLong("version"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<ConsumerRecord<String, byte[]>> records = records(clinic);
        Map<String, List<Long>> announced = versions(records);
        System.out.println(records.size() + " records of "
                + announced.values().stream().mapToInt(List::size).sum() + " changes to " + announced.size()
                + " appointments");
        assertThat(announced).isEqualTo(committed);
    }

    private static List<Long> upTo(long version) {
        return LongStream.rangeClosed(1, version).boxed().toList();
    }

    private static List<ConsumerRecord<String, byte[]>> records(Clinic clinic) {
        return new TopicReader(clinic.stack().kafka().bootstrapServers(), "")
                .read(Topics.APPOINTMENTS).stream()
                        .filter(record -> isOf(clinic, record))
                        .toList();
    }

    private static Map<String, List<Long>> versions(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, ConsumerRecord<String, byte[]>> byEvent = new LinkedHashMap<>();
        records.forEach(record -> byEvent.putIfAbsent(header(record, "ce_id"), record));
        return byEvent.values().stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        TreeMap::new,
                        Collectors.mapping(
                                record -> Long.valueOf(header(record, "ce_sequence")), Collectors.toList())));
    }

    private static boolean isOf(Clinic clinic, ConsumerRecord<String, byte[]> record) {
        return JSON.readTree(record.value())
                .path("appointment")
                .path("locationId")
                .asString("")
                .equals(clinic.location());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
