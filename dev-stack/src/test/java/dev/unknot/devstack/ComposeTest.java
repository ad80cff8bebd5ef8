package dev.unknot.devstack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.devstack.PortPlan.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker-compose.yml} promises and can be read from it. */
class ComposeTest {

    private static final Pattern PORT = Pattern.compile("\\$\\{(UNKNOT_[A-Z_]+_PORT):-(\\d+)}");

    private final String text = Files.readString(Checkout.root().resolve("docker-compose.yml"));
    private final Map<String, Map<String, Object>> services = services();

    ComposeTest() throws IOException {}

    @Test
    void usesThePortsOfBinDevAndTheirVariables() {
        PortPlan usual = PortPlan.of(Map.of());
        Map<String, String> expected = new TreeMap<>();
        for (Listener listener : List.of(
                Listener.FRONT_DESK,
                Listener.BOOKING,
                Listener.THERAPIST,
                Listener.NOTIFICATION,
                Listener.PHONE,
                Listener.KAFKA)) {
            expected.put(listener.variable(), Integer.toString(usual.of(listener)));
        }

        List<MatchResult> named = PORT.matcher(text).results().toList();

        assertThat(named).allSatisfy(port -> assertThat(expected).containsEntry(port.group(1), port.group(2)));
        assertThat(named).extracting(port -> port.group(1)).containsAll(expected.keySet());
        assertThat(text).doesNotContainPattern("localhost:\\d+\\s*\\n");
    }

    @Test
    void publishesOnLoopbackOnlyAndNoInstanceByItself() {
        services.forEach((name, service) -> assertThat(list(service, "ports"))
                .as(name)
                .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:${UNKNOT_")));
        for (Service scaled : Service.values()) {
            assertThat(services.get(scaled.module())).doesNotContainKeys("ports", "container_name");
        }
    }

    @Test
    void confinesWhatIsOurs() {
        services.forEach((name, service) -> {
            if (service.containsKey("build")) {
                assertThat(service).as(name).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
            }
        });
        for (Service ours : Service.values()) {
            Map<?, ?> settings = (Map<?, ?>)
                    requireNonNull(requireNonNull(services.get(ours.module())).get("environment"));
            String database = requireNonNull(settings.get("SPRING_DATASOURCE_URL"))
                    .toString()
                    .replaceFirst("jdbc:postgresql://postgres/", "");
            assertThat(settings.get("SPRING_DATASOURCE_USERNAME")).isEqualTo(database);
            assertThat(text)
                    .contains("CREATE DATABASE " + database + " OWNER " + database + ";")
                    .contains("REVOKE CONNECT ON DATABASE " + database + " FROM PUBLIC;");
        }
    }

    private static List<String> list(Map<String, Object> service, String name) {
        return service.get(name) instanceof List<?> values
                ? values.stream().map(Object::toString).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> services() {
        Map<String, Object> compose = new Yaml().load(text);
        return (Map<String, Map<String, Object>>) requireNonNull(compose.get("services"));
    }
}
