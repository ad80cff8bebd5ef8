package dev.unknot.devstack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/** A service refuses to start with any secret that stands in this repository, unless it is told that this is development. */
class KnownSecretsTest {

    private static final String MARK = "UNKNOT_DEVELOPMENT";

    /** What may be known: whoever adds another kind of setting decides about it here. */
    private static final Pattern HARMLESS =
            Pattern.compile(".*_(URL|URI|ISSUER|HOST|PORT|SERVERS|USERNAME|ACCOUNT|FROM|EMAIL|SMTPUTF8)|" + MARK);

    private static final Pattern SECRET = Pattern.compile(".*(?i)(password|secret|token|keys?)[:=] *(?<value>\\S+)");

    private static final Pattern KEY = Pattern.compile("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=");

    private final Path root = Checkout.root();

    @Test
    void thoseOfCompose() {
        Map<String, Object> services = part(new Yaml().load(read(root.resolve("docker-compose.yml"))), "services");

        assertThat(services).containsKeys(names());
        for (String service : names()) {
            Map<String, Object> settings = part(part(services, service), "environment");
            Map<String, Object> unmarked = new HashMap<>(settings);

            assertThat(unmarked.remove(MARK)).as(service).isEqualTo("true");
            assertThatThrownBy(() -> start(unmarked)).as(service).hasMessageContainingAll(secretsOf(settings));
        }
    }

    @Test
    void thatOfTheDemo() {
        Map<String, Object> settings = Map.of("UNKNOT_ACCOUNTS_FIRST_OWNER_PASSWORD", Settings.DEMO_PASSWORD);

        assertThatThrownBy(() -> start(settings)).hasMessageContaining("UNKNOT_ACCOUNTS_FIRST_OWNER_PASSWORD");
    }

    @Test
    void noneIsPackaged() {
        for (String service : names()) {
            assertThat(secretsIn(root.resolve(service).resolve("src/main/resources")))
                    .as(service)
                    .isEmpty();
        }
    }

    @Test
    void thoseOfTheSettingsOfTests() {
        Set<String> secrets = new TreeSet<>();
        for (String service : names()) {
            secrets.addAll(secretsIn(root.resolve(service).resolve("src/test/resources")));
        }

        assertThat(secrets).isNotEmpty().allSatisfy(this::isRefused);
    }

    @Test
    void everyKey() {
        Set<String> keys = new TreeSet<>();
        for (Path file : sources()) {
            KEY.matcher(read(file)).results().map(MatchResult::group).forEach(keys::add);
        }

        assertThat(keys).hasSizeGreaterThan(1).allSatisfy(this::isRefused);
    }

    private void isRefused(String secret) {
        assertThatThrownBy(() -> start(Map.of("UNKNOT_LINKS_KEYS", secret))).hasMessageContaining("UNKNOT_LINKS_KEYS");
    }

    private static String[] secretsOf(Map<String, Object> settings) {
        return settings.keySet().stream()
                .filter(name -> !HARMLESS.matcher(name).matches())
                .toArray(String[]::new);
    }

    /** Through the door of every service, whose own settings are not on this class path. */
    private static void start(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        new SpringApplicationBuilder(Nothing.class)
                .environment(environment)
                .web(WebApplicationType.NONE)
                .run()
                .close();
    }

    private static Set<String> secretsIn(Path resources) {
        if (!Files.isDirectory(resources)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(file -> file.getFileName().toString().startsWith("application"))
                    .flatMap(file -> read(file).lines())
                    .map(SECRET::matcher)
                    .filter(line -> line.matches())
                    .map(line -> line.group("value"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> sources() {
        try (Stream<Path> files = Files.walk(root, 1)) {
            List<Path> all = files.filter(Files::isRegularFile).collect(Collectors.toList());
            for (Path directory : List.of(root.resolve("bin"), root.resolve("docs"))) {
                all.addAll(textsBelow(directory));
            }
            try (Stream<Path> modules = Files.list(root)) {
                modules.map(module -> module.resolve("src"))
                        .filter(Files::isDirectory)
                        .forEach(directory -> all.addAll(textsBelow(directory)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> textsBelow(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".png"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> yaml, String name) {
        return (Map<String, Object>) requireNonNull(yaml.get(name), name);
    }

    private static String[] names() {
        return Arrays.stream(Service.values()).map(Service::module).toArray(String[]::new);
    }

    private static String read(Path file) {
        try {
            // Whatever the bytes are: what is looked for is ASCII.
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
