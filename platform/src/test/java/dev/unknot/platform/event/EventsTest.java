package dev.unknot.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.appointment.AppointmentEvent;
import dev.unknot.common.client.ClientEvent;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.event.Topics;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Records;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {

    private final Events events = new Events("test.");
    private final ClientSnapshot ana =
            new ClientSnapshot(new ClientId(Ids.next()), "Ana Kovač", "ana@example.org", null, "hr");

    @Test
    void whatIsWrittenIsRead() {
        ReceivedEvent<ClientEvent> written = received(ana);

        assertThat(events.read(delivered(events.write(Topics.CLIENTS, written)), ClientEvent.class))
                .contains(written);
    }

    @Test
    void theRecordIsACloudEventInBinaryMode() {
        ProducerRecord<String, byte[]> record = events.write(Topics.CLIENTS, received(ana));

        assertThat(record.topic()).isEqualTo("test.unknot.clients");
        assertThat(record.key()).isEqualTo(ana.id().toString());
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("dev.unknot.client.snapshot.v1");
        assertThat(header(record, "ce_source")).isEqualTo("/booking-service");
        assertThat(header(record, "ce_subject")).isEqualTo(ana.id().toString());
        assertThat(header(record, "ce_sequence")).isEqualTo("7");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "ce_dataschema"))
                .isEqualTo("https://unknot.dev/schemas/dev.unknot.client.snapshot.v1.json");
    }

    @Test
    void aTombstoneKeepsItsEnvelope() {
        ReceivedEvent<ClientEvent> erasure = received(null);
        ProducerRecord<String, byte[]> record = events.write(Topics.CLIENTS, erasure);

        assertThat(record.value()).isNull();
        assertThat(header(record, "ce_type")).isEqualTo("dev.unknot.erased.v1");
        assertThat(events.read(delivered(record), ClientEvent.class)).contains(erasure);
    }

    @Test
    void recordsPutTogetherFromTheContractAreRead() {
        assertThat(events.read(Records.of(ana, 3), ClientEvent.class)).hasValueSatisfying(event -> {
            assertThat(event.data()).isEqualTo(ana);
            assertThat(event.sequence()).isEqualTo(3);
        });
        assertThat(events.read(Records.erasure(Topics.CLIENTS, ana.subject(), 4), ClientEvent.class))
                .hasValueSatisfying(event -> assertThat(event.data()).isNull());
    }

    @Test
    void aTypeOfALaterVersionIsPassedOver() {
        assertThat(events.read(Records.ofUnknownType(Topics.CLIENTS, Ids.next(), 1), ClientEvent.class))
                .isEmpty();
    }

    @Test
    void anEventOfAnotherOwnerIsPassedOver() {
        assertThat(events.read(Records.of(ana, 1), AppointmentEvent.class)).isEmpty();
    }

    @Test
    void aFieldOfALaterMinorVersionIsPassedOver() {
        ConsumerRecord<String, byte[]> newer =
                withData("{'id':'" + ana.id() + "','name':'Ana','language':'hr','pronouns':'she'}");

        assertThat(events.read(newer, ClientEvent.class)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_subject", "ce_time", "ce_sequence", "ce_actor", "ce_specversion"})
    void anEnvelopeWithoutARequiredAttributeIsUnprocessable(String attribute) {
        ConsumerRecord<String, byte[]> record = Records.of(ana, 1);
        record.headers().remove(attribute);

        assertUnprocessable(record);
    }

    @Test
    void aSequenceThatIsNoNumberIsUnprocessable() {
        ConsumerRecord<String, byte[]> record = Records.of(ana, 1);
        record.headers().remove("ce_sequence").add("ce_sequence", "first".getBytes(StandardCharsets.US_ASCII));

        assertUnprocessable(record);
    }

    @Test
    void dataThatCannotBeReadIsUnprocessableAndNotQuoted() {
        assertThatThrownBy(() -> events.read(withData("{'id':'ana@example.org'}"), ClientEvent.class))
                .isInstanceOf(UnprocessableEvent.class)
                .hasMessageContaining("dev.unknot.client.snapshot.v1")
                .hasMessageNotContaining("ana@")
                .hasNoCause();
    }

    @Test
    void dataAboutAnotherSubjectIsUnprocessable() {
        assertUnprocessable(withData("{'id':'" + Ids.next() + "','name':'Ana','language':'hr'}"));
    }

    @Test
    void aSnapshotWithoutDataIsUnprocessable() {
        assertUnprocessable(withValue(Records.of(ana, 1), null));
    }

    private void assertUnprocessable(ConsumerRecord<String, byte[]> record) {
        assertThatThrownBy(() -> events.read(record, ClientEvent.class)).isInstanceOf(UnprocessableEvent.class);
    }

    private ReceivedEvent<ClientEvent> received(@Nullable ClientSnapshot data) {
        return new ReceivedEvent<>(
                UUID.randomUUID(),
                "/booking-service",
                data == null ? "dev.unknot.erased.v1" : "dev.unknot.client.snapshot.v1",
                ana.subject(),
                7,
                Instant.parse("2026-03-29T01:30:00.123456Z"),
                "front-desk:5c1d",
                "merge",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                data);
    }

    private ConsumerRecord<String, byte[]> withData(String json) {
        return withValue(Records.of(ana, 1), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<String, byte[]> withValue(
            ConsumerRecord<String, byte[]> record, byte @Nullable [] value) {
        ConsumerRecord<String, byte[]> other = new ConsumerRecord<>(record.topic(), 0, 0, record.key(), value);
        record.headers().forEach(other.headers()::add);
        return other;
    }

    private static ConsumerRecord<String, byte[]> delivered(ProducerRecord<String, byte[]> sent) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
