package dev.unknot.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.unknot.common.appointment.AppointmentAmended;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each event, its JSON Schema and its golden sample agree; samples are never edited, only added to. */
class ContractTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build())
                    .schemaIdResolvers(ids -> ids.mapPrefix("https://unknot.dev/schemas/", "classpath:schemas/")));

    static List<Class<? extends DomainEvent>> events() {
        return EventCatalogue.all();
    }

    static Stream<Arguments> grown() {
        return Stream.of(
                Arguments.of(AppointmentAmended.class, "merged"),
                Arguments.of(LocationSnapshot.class, "closed"),
                Arguments.of(LocationSnapshot.class, "email"),
                Arguments.of(TreatmentSnapshot.class, "names"),
                Arguments.of(TherapistSnapshot.class, "closed"),
                Arguments.of(TherapistSnapshot.class, "time-off"),
                Arguments.of(TherapistSnapshot.class, "last-day"),
                Arguments.of(TreatmentSnapshot.class, "last-day"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void goldenSampleFitsTheSchema(Class<? extends DomainEvent> event) throws IOException {
        assertThat(schemaOf(event).validate(sampleOf(event))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void goldenSampleStillReadsAndWritesTheSame(Class<? extends DomainEvent> event) throws IOException {
        JsonNode sample = sampleOf(event);

        JsonNode written = JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(sample, event)));

        assertThat(sorted(written)).isEqualTo(sorted(sample));
    }

    @ParameterizedTest
    @MethodSource("events")
    void fieldAddedWithinTheMajorVersionIsPassedOver(Class<? extends DomainEvent> event) throws IOException {
        ObjectNode newer = (ObjectNode) sampleOf(event);
        newer.put("addedLater", true);

        assertThat(schemaOf(event).validate(newer)).isEmpty();
        assertThat(JSON.treeToValue(newer, event)).isEqualTo(JSON.treeToValue(sampleOf(event), event));
    }

    @ParameterizedTest
    @MethodSource("grown")
    void sampleWithWhatWasAddedLaterFitsReadsAndWritesTheSame(Class<? extends DomainEvent> event, String added)
            throws IOException {
        JsonNode sample = sample(EventCatalogue.typeOf(event) + "." + added);

        assertThat(schemaOf(event).validate(sample)).isEmpty();
        JsonNode written = JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(sample, event)));
        assertThat(sorted(written)).isEqualTo(sorted(sample));
    }

    @Test
    void beforeThatNothingWasClosedAndNobodyAway() throws IOException {
        assertThat(JSON.treeToValue(sampleOf(LocationSnapshot.class), LocationSnapshot.class)
                        .closed())
                .isEmpty();
        TherapistSnapshot therapist = JSON.treeToValue(sampleOf(TherapistSnapshot.class), TherapistSnapshot.class);
        assertThat(therapist.closed()).isEmpty();
        assertThat(therapist.timeOff()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void sampleWithoutItsFirstFieldIsRefusedByTheSchema(Class<? extends DomainEvent> event) throws IOException {
        ObjectNode broken = (ObjectNode) sampleOf(event);
        broken.remove(broken.propertyNames().iterator().next());

        assertThat(schemaOf(event).validate(broken)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void typeNamesItsMajorVersionAndTheOwner(Class<? extends DomainEvent> event) {
        assertThat(EventCatalogue.typeOf(event)).matches("dev\\.unknot\\.[a-z]+\\.[a-z-]+\\.v[1-9]");
        assertThat(EventCatalogue.topicOf(event)).startsWith("unknot.");
        assertThat(EventCatalogue.byType(EventCatalogue.typeOf(event)))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void asyncApiDescribesItOnItsTopic(Class<? extends DomainEvent> event) throws IOException {
        String asyncApi = Files.readString(Path.of("../docs/asyncapi.yaml"));

        assertThat(asyncApi)
                .contains("address: " + EventCatalogue.topicOf(event) + "\n")
                .contains("name: " + EventCatalogue.typeOf(event) + "\n")
                .contains("$ref: ../common/src/main/resources/schemas/" + EventCatalogue.typeOf(event) + ".json\n");
    }

    private static Schema schemaOf(Class<? extends DomainEvent> event) {
        return SCHEMAS.getSchema(
                SchemaLocation.of("https://unknot.dev/schemas/" + EventCatalogue.typeOf(event) + ".json"));
    }

    private static JsonNode sampleOf(Class<? extends DomainEvent> event) throws IOException {
        return sample(EventCatalogue.typeOf(event));
    }

    private static JsonNode sample(String of) throws IOException {
        String name = "/samples/" + of + ".json";
        try (InputStream sample = ContractTest.class.getResourceAsStream(name)) {
            assertThat(sample).as("golden sample %s", name).isNotNull();
            return JSON.readTree(sample);
        }
    }

    /** Sets have no order on the wire. */
    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> sorted(property.getValue()));
            if (object.get("changed") != null) {
                List<String> names = object.get("changed")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .sorted()
                        .toList();
                object.set("changed", JSON.valueToTree(names));
            }
        }
        return node;
    }
}
