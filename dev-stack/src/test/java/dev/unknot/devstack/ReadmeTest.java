package dev.unknot.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What README tells newcomers is so. */
class ReadmeTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");
    private static final Pattern SCRIPT = Pattern.compile("\\bbin/([a-z-]+)");
    private static final Pattern ADDRESS = Pattern.compile("`(/[a-z-]+(?:/…/[a-z-]+)*)`");
    private static final Pattern BASE = Pattern.compile("@(?:RequestMapping|HttpExchange)\\((.*?)\\)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern ROUTE =
            Pattern.compile("@(Get|Post|Put|Delete)(?:Mapping|Exchange)(?:\\((?:path = )?\\s*\"([^\"]*)\")?");

    /** Called by the SMS gateway and by {@code bin/dev clock}, and not by people's programs. */
    private static final Set<String> FOR_NO_PROGRAM = Set.of("/sms/inbound", "/sms/status", "/dev/clock");

    private final String readme = read(Checkout.root().resolve("README.md"));

    @Test
    void everyLinkLeadsToAFile() {
        List<String> links =
                LINK.matcher(readme).results().map(link -> link.group(1)).toList();

        assertThat(links)
                .hasSizeGreaterThan(10)
                .allSatisfy(link -> assertThat(Checkout.root().resolve(link)).exists());
    }

    @Test
    void everyCommandExistsAndEveryScriptForPeopleIsNamed() throws IOException {
        String usage =
                read(Checkout.root().resolve("bin/dev")).lines().limit(20).collect(Collectors.joining("\n"));
        Set<String> named = new TreeSet<>();
        SCRIPT.matcher(readme).results().forEach(call -> {
            named.add(call.group(1));
            assertThat(Checkout.root().resolve("bin").resolve(call.group(1))).isExecutable();
        });
        assertThat(commandsOfDev())
                .isNotEmpty()
                .allSatisfy(command -> assertThat(usage).contains("bin/dev " + command));
        try (Stream<Path> scripts = Files.list(Checkout.root().resolve("bin"))) {
            assertThat(scripts.map(script -> script.getFileName().toString()).filter(name -> !name.startsWith("find-")))
                    .allSatisfy(script -> assertThat(named).contains(script));
        }
    }

    /** Words after {@code bin/dev} in the block of commands: {@code status | logs [SERVICE] | stop}. */
    private Set<String> commandsOfDev() {
        return readme.lines()
                .filter(line -> line.startsWith("    bin/dev "))
                .map(line -> line.strip().split(" {2,}|&&")[0].substring("bin/dev".length()))
                .flatMap(words -> Arrays.stream(words.split("\\|")))
                .map(words -> words.strip().split(" ")[0])
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The longest address that a call begins with says on which side it stands. */
    @Test
    void whatPagesDoStandsOnTheLeftAndWhatOnlyTheApiDoesOnTheRight() {
        Set<String> left = addresses(1);
        Set<String> right = addresses(2);
        Set<String> pages = routes(file -> file.startsWith(Checkout.root().resolve("front-desk")), true);
        Set<String> changes = routes(file -> !file.startsWith(Checkout.root().resolve("front-desk")), true);
        Set<String> all = routes(file -> !file.startsWith(Checkout.root().resolve("front-desk")), false);
        changes.removeAll(FOR_NO_PROGRAM);

        assertThat(changes).hasSizeGreaterThan(40).containsAll(pages);
        assertThat(Stream.concat(left.stream(), right.stream()))
                .as("each address leads somewhere")
                .allSatisfy(address -> assertThat(all).anyMatch(route -> begins(route, address)));
        assertThat(changes)
                .allSatisfy(change -> assertThat(longest(change, left) > longest(change, right))
                        .as("%s is said to be done on pages", change)
                        .isEqualTo(pages.contains(change)));
        assertThat(changes)
                .allSatisfy(change -> assertThat(Math.max(longest(change, left), longest(change, right)))
                        .as("%s stands on one side", change)
                        .isPositive());
    }

    private Set<String> addresses(int column) {
        return readme.lines()
                .filter(line -> line.startsWith("| "))
                .flatMap(line -> ADDRESS.matcher(line.split("\\|")[column]).results())
                .map(address -> address.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int longest(String route, Collection<String> addresses) {
        return addresses.stream()
                .filter(address -> begins(route, address))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static boolean begins(String route, String address) {
        return (route + "/").startsWith(address.replace("/…", "") + "/");
    }

    /** Of the API in the sources, without ids: {@code /clients/merge}. */
    private static Set<String> routes(Predicate<Path> wanted, boolean changesOnly) {
        Set<String> routes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Checkout.root())) {
            files.filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java"))
                    .filter(wanted)
                    .map(ReadmeTest::read)
                    .forEach(source -> {
                        List<String> bases = bases(source);
                        ROUTE.matcher(source)
                                .results()
                                .filter(route -> !changesOnly || !route.group(1).equals("Get"))
                                .map(ReadmeTest::path)
                                .flatMap(path -> bases.stream().map(base -> base + path))
                                .filter(path -> path.startsWith("/api/v1/") || path.startsWith("/dev/"))
                                .map(ReadmeTest::withoutIds)
                                .forEach(routes::add);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return routes;
    }

    private static List<String> bases(String source) {
        List<String> bases = BASE.matcher(source)
                .results()
                .limit(1)
                .flatMap(base -> QUOTED.matcher(base.group(1)).results())
                .map(base -> base.group(1))
                .toList();
        return bases.isEmpty() ? List.of("") : bases;
    }

    private static String path(MatchResult route) {
        String path = route.group(2);
        return path == null ? "" : path;
    }

    private static String withoutIds(String path) {
        return path.replaceFirst("^/api/v1", "").replaceAll("\\?.*|/\\{[^}]*\\}", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
