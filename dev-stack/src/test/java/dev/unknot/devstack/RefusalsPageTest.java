package dev.unknot.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/refusals.md} lists every code that a caller can meet, and none besides. */
class RefusalsPageTest {

    private static final Pattern REJECTED = Pattern.compile(
            "(?:Rejection\\s*\\.\\w+|new Problem|Problem\\.of)\\(\\s*(?:\\d+,\\s*)?\"([a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern RULE =
            Pattern.compile("^ +[A-Z_]+\\(\\s*(?:Kind\\.SOFT,\\s*)?\"([a-z-]+)\",\\s*\"", Pattern.MULTILINE);
    private static final Pattern SOFT_RULE =
            Pattern.compile("^ +[A-Z_]+\\(\\s*Kind\\.SOFT,\\s*\"([a-z-]+)\"", Pattern.MULTILINE);
    private static final Pattern SOFT_ON_THE_PAGE =
            Pattern.compile("^\\| \\d[^|]*\\|([^|]*)\\(soft\\) \\|", Pattern.MULTILINE);
    private static final Pattern OFFERED_TO_SET_ASIDE = Pattern.compile("Set<String> SOFT = Set\\.of\\(([^)]*)\\)");
    private static final Pattern LISTED = Pattern.compile("^\\| \\d[^|]*\\|([^|]*)\\|", Pattern.MULTILINE);
    private static final Pattern QUOTED = Pattern.compile("\"([a-z-]+)\"");
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

    @Test
    void everyCodeInTheSourcesIsOnThePage() throws IOException {
        assertThat(listed()).containsAll(inSources());
    }

    @Test
    void everyCodeOnThePageIsInTheSources() throws IOException {
        String sources = sources();

        assertThat(listed()).allSatisfy(code -> assertThat(sources).contains("\"" + code + "\""));
    }

    /** Only the first of the three is asked by a booking; the others tell people what it will say. */
    @Test
    void softRulesAreTheSameInTheEngineOnThePageAndAtTheDesk() throws IOException {
        Set<String> soft = SOFT_RULE
                .matcher(sources(file -> file.endsWith("Rule.java")))
                .results()
                .map(rule -> rule.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        String page = Files.readString(Checkout.root().resolve("docs/refusals.md"));

        assertThat(soft).hasSizeGreaterThan(8);
        assertThat(codes(CODE, SOFT_ON_THE_PAGE, page)).isEqualTo(soft);
        assertThat(codes(QUOTED, OFFERED_TO_SET_ASIDE, sources(file -> file.endsWith("Refusal.java"))))
                .isEqualTo(soft);
    }

    /** Those in the first group of each place. */
    private static Set<String> codes(Pattern code, Pattern place, String text) {
        return place.matcher(text)
                .results()
                .flatMap(found -> code.matcher(found.group(1)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> listed() throws IOException {
        String page = Files.readString(Checkout.root().resolve("docs/refusals.md"));
        return codes(CODE, LISTED, page);
    }

    private static Set<String> inSources() throws IOException {
        return Stream.concat(
                        REJECTED.matcher(sources()).results(),
                        RULE.matcher(sources(file -> file.endsWith("Rule.java")))
                                .results())
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        return sources(file -> true);
    }

    private static String sources(Predicate<Path> wanted) throws IOException {
        Path stack = Checkout.root().resolve("dev-stack");
        try (Stream<Path> files = Files.walk(Checkout.root())) {
            return files.filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java")
                            && !file.startsWith(stack)
                            && wanted.test(file))
                    .map(RefusalsPageTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
