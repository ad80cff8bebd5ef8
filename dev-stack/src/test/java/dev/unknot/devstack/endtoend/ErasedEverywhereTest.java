package dev.unknot.devstack.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.event.Topics;
import dev.unknot.devstack.Service;
import dev.unknot.devstack.Stack;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person is erased who has done at a clinic whatever one can do there: no table, topic or log knows them afterwards. */
class ErasedEverywhereTest {

    private static final Stack STACK = SharedStack.get();
    private static final ZoneId ZONE = ZoneId.of("Australia/Adelaide");
    private static final String WRONG_PHONE = "+61870105551";
    private static final String PHONE = "+61870105552";
    private static final String PHONE_OF_GUESTS = "+61870105554";

    /** What only this person is or says; no other test uses any of it. */
    private static final Pattern BYTES = Pattern.compile("\\\\x((?:[0-9a-f]{2})+)");

    private static final List<String> TRACES =
            List.of("zelmira", "quixwood", "quixwod", WRONG_PHONE, PHONE, "where is the lift", "allergic to lilac");

    private final Clinic clinic = Clinic.open(STACK, "Forgetful Clinic", ZONE);
    private final LocalDate day = LocalDate.now(ZONE).plusDays(9);

    @Test
    void nothingIsLeftOfThePersonAndOthersAreAsTheyWere() {
        assertThat(clinic.slotAtNoon(9).path("start").isString()).isTrue();
        String other = clinic.client("Nils Holm", "nils.holm@example.org", "+61870105553");
        book(clinic.wish(other, at("08:15"), 60));
        String person = person();
        Set<String> visits = whatOneCanDo(person);
        Footprint.settled(STACK);
        assertThat(traces(dump())).as("while they are a client").isNotEmpty();
        List<String> others = without(visits, person);

        Answer erased = clinic.booking()
                .post(
                        "/api/v1/clients/" + person + "/erasure",
                        Map.of("cancelVisitsAhead", true),
                        "If-Match",
                        clinic.booking().get("/api/v1/clients/" + person).etag());
        assertThat(erased.status()).as("%s", erased).isEqualTo(204);
        Footprint.settled(STACK);
        Probe.waitUntil(
                "notification-service has forgotten them",
                () -> clinic.notifications()
                                .get("/api/v1/clients/" + person + "/opt-outs")
                                .status()
                        == 404);

        assertThat(traces(dump())).as("in the databases").isEmpty();
        assertThat(traces(logs())).as("in the logs").isEmpty();
        assertThat(without(visits, person)).as("rows of others").isEqualTo(others);
        compact(person);
        assertThat(traces(topics())).as("on the topics").isEmpty();
    }

    private String person() {
        Answer created = clinic.booking()
                .post(
                        "/api/v1/clients",
                        Map.of(
                                "name",
                                "Zelmira Quixwod",
                                "email",
                                "zelmira.quixwod@example.org",
                                "phone",
                                WRONG_PHONE,
                                "locationId",
                                clinic.location()),
                        "Idempotency-Key",
                        Clinic.key());
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        return created.createdId();
    }

    /** @return her visits */
    private Set<String> whatOneCanDo(String person) {
        Http booking = clinic.booking();
        String path = "/api/v1/clients/" + person;
        Set<String> visits = new TreeSet<>();
        visits.add(book(clinic.wish(person, at("10:00"), 60)));
        Answer corrected = booking.put(
                path,
                Map.of(
                        "name",
                        "Zelmira Quixwood",
                        "email",
                        "zelmira@quixwood.example",
                        "phone",
                        PHONE,
                        "language",
                        "en"),
                "If-Match",
                "\"1\"");
        assertThat(corrected.status()).as("%s", corrected).isEqualTo(200);
        Map<String, Object> walkIn = new TreeMap<>(clinic.wish(person, at("12:05"), 60));
        walkIn.put("waive", List.of(Map.of("code", "off-cadence", "reason", "Zelmira is allergic to lilac.")));
        String cancelled = book(walkIn);
        visits.add(cancelled);
        Answer cancellation = booking.post(
                "/api/v1/appointments/" + cancelled + "/cancellation",
                Map.of("cause", "client-asked", "note", "Mrs Quixwood has a cold."),
                "If-Match",
                "\"1\"");
        assertThat(cancellation.status()).as("%s", cancellation).isEqualTo(200);
        visits.addAll(series(person));
        Probe.waitUntil(
                "she is written to at the right number",
                Duration.ofSeconds(60),
                () -> !SharedStack.textsTo(PHONE).isEmpty());
        STACK.phone().answer(PHONE, "Zelmira here, where is the lift?");
        Probe.waitUntil(
                "her words are kept", () -> !traces(rows(Service.NOTIFICATION)).isEmpty());
        STACK.phone().answer(PHONE, "STOP");
        Answer noEmail = clinic.notifications().put("/api/v1/clients/" + person + "/opt-outs/EMAIL", "");
        assertThat(noEmail.status()).as("%s", noEmail).isEqualTo(200);
        booking.get("/api/v1/clients?phone=%2B61870105552");
        booking.get("/api/v1/clients?q=Quixwood");
        return visits;
    }

    private Set<String> series(String person) {
        LocalDate first = day.plusDays(1);
        Answer agreed = clinic.booking()
                .post(
                        "/api/v1/series",
                        Map.of(
                                "participants",
                                List.of(Map.of("clientId", person, "therapistId", clinic.therapist())),
                                "treatmentId",
                                clinic.treatment(),
                                "minutes",
                                60,
                                "locationId",
                                clinic.location(),
                                "firstDate",
                                first.toString(),
                                "localTime",
                                "15:00",
                                "recurrence",
                                Map.of(
                                        "weekly",
                                        Map.of(
                                                "every",
                                                1,
                                                "on",
                                                List.of(first.getDayOfWeek().name())),
                                        "count",
                                        2),
                                "mode",
                                "ATOMIC"),
                        "Idempotency-Key",
                        Clinic.key());
        assertThat(agreed.status()).as("%s", agreed).isEqualTo(201);
        return agreed.body()
                .path("occurrences")
                .valueStream()
                .map(each -> each.path("appointmentId").asString())
                .collect(Collectors.toSet());
    }

    private String book(Map<String, Object> wish) {
        Answer booked = clinic.booking().post("/api/v1/appointments", wish, "Idempotency-Key", Clinic.key());
        assertThat(booked.status()).as("%s", booked).isEqualTo(201);
        return booked.createdId();
    }

    private Instant at(String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    private static List<String> traces(List<String> lines) {
        return lines.stream()
                .filter(line -> TRACES.stream().anyMatch(readable(line)::contains))
                .toList();
    }

    /** In lower case, and with columns of bytes as text. */
    private static String readable(String line) {
        return BYTES.matcher(line)
                .replaceAll(bytes ->
                        Matcher.quoteReplacement(new String(HexFormat.of().parseHex(bytes.group(1)), UTF_8)))
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> dump() {
        return Stream.of(Service.values())
                .flatMap(service -> rows(service).stream())
                .toList();
    }

    /** Every row of every table. */
    private static List<String> rows(Service service) {
        JdbcClient database = SharedStack.database(service);
        return database
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type"
                        + " = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .flatMap(table -> database
                        .sql("SELECT '" + service + "." + table + " ' || row::text FROM \"" + table + "\" AS row")
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    /** Rows of the clinic's book, diaries and messages that are not about them. */
    private static List<String> without(Set<String> visits, String person) {
        Set<String> tables = Set.of(
                "BOOKING.clients",
                "BOOKING.appointments",
                "BOOKING.appointment_participants",
                "BOOKING.appointment_history",
                "BOOKING.claims",
                "BOOKING.client_locations",
                "THERAPIST.diary_entries",
                "NOTIFICATION.contacts",
                "NOTIFICATION.messages",
                "NOTIFICATION.replies",
                "NOTIFICATION.opt_outs",
                "NOTIFICATION.seats");
        return dump().stream()
                .filter(row -> tables.contains(row.split(" ", 2)[0]))
                .filter(row -> !row.contains(person) && visits.stream().noneMatch(row::contains))
                .filter(row -> traces(List.of(row)).isEmpty())
                .sorted()
                .toList();
    }

    private static List<String> logs() {
        try (Stream<Path> files = Files.walk(STACK.home())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> requireNonNull(file.getParent()).endsWith("log"))
                    .flatMap(ErasedEverywhereTest::lines)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> topics() {
        TopicReader reader = new TopicReader(STACK.kafka().bootstrapServers(), "");
        return asked(admin -> admin.listTopics().names().get()).stream()
                .filter(name -> name.startsWith("unknot."))
                .flatMap(topic -> reader.read(topic).stream())
                .map(ErasedEverywhereTest::text)
                .toList();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        String headers = StreamSupport.stream(record.headers().spliterator(), false)
                .map(header -> header.value() == null ? "" : new String(header.value(), UTF_8))
                .collect(Collectors.joining(" "));
        byte[] value = record.value();
        return record.topic() + " " + record.key() + " " + headers + " "
                + (value == null ? "" : new String(value, UTF_8));
    }

    /** Now instead of within a day: what was said of them before the tombstone goes when its segment is compacted. */
    private void compact(String person) {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.CLIENTS);
        asked(admin -> {
            admin.incrementalAlterConfigs(Map.of(
                            topic,
                            List.of(
                                    set(TopicConfig.SEGMENT_MS_CONFIG, "100"),
                                    set(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.0"),
                                    set(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "1"))))
                    .all()
                    .get();
            return "";
        });
        int partitions = asked(admin -> requireNonNull(admin.describeTopics(List.of(Topics.CLIENTS))
                        .allTopicNames()
                        .get()
                        .get(Topics.CLIENTS))
                .partitions()
                .size());
        TopicReader reader = new TopicReader(STACK.kafka().bootstrapServers(), "");
        Probe.waitUntil("the tombstone alone is left", Duration.ofSeconds(120), () -> {
            sayMoreBeside(person, partitions);
            List<ConsumerRecord<String, byte[]>> left = reader.read(Topics.CLIENTS, person);
            return left.stream().allMatch(record -> record.value() == null);
        });
    }

    /** The segment that is written to is not compacted; a later record in the same partition begins another. */
    private void sayMoreBeside(String person, int partitions) {
        String next;
        do {
            next = clinic.client("Guest", Clinic.key() + "@example.org", PHONE_OF_GUESTS);
        } while (partition(next, partitions) != partition(person, partitions));
    }

    private static int partition(String key, int partitions) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), partitions);
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    private static <T> T asked(Question<T> question) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", STACK.kafka().bootstrapServers()))) {
            return question.ask(admin);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }
}
