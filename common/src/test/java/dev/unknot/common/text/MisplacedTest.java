package dev.unknot.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.client.CreateClient;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisplacedTest {

    /** Each has a stricter form of its own. */
    private static final Set<String> READ_BY_THEIR_OWN_RULES = Set.of("email", "phone");

    @ParameterizedTest
    @CsvSource({
        "000A, LINE_BREAK",
        "000D, LINE_BREAK",
        "0085, LINE_BREAK",
        "2028, LINE_BREAK",
        "2029, LINE_BREAK",
        "202A, TURN",
        "202E, TURN",
        "2066, TURN",
        "2069, TURN",
        "0000, CONTROL",
        "0009, CONTROL",
        "0007, CONTROL",
        "007F, CONTROL",
        "009B, CONTROL",
        "D83E, HALF",
        "DD86, HALF"
    })
    void isFoundWhereverItStands(String character, Misplaced kind) {
        String text = "Ad" + (char) Integer.parseInt(character, 16) + "a";

        assertThat(Misplaced.inLine(text)).contains(kind);
        assertThat(Misplaced.inLine(text.substring(0, 3))).contains(kind);
        assertThat(Misplaced.halfIn(text)).isEqualTo(kind == Misplaced.HALF);
        if (kind == Misplaced.LINE_BREAK || character.equals("0009")) {
            assertThat(Misplaced.inProse(text)).isEmpty();
        } else {
            assertThat(Misplaced.inProse(text)).contains(kind);
        }
    }

    @Test
    void aTextWithoutInkSaysNothing() {
        for (String blank : List.of(
                "\u200b",
                "\u2060",
                "\ufeff",
                "\u00a0",
                "\u00ad",
                "\u0301",
                "\u0903",
                "\ufe0f",
                "\u3164",
                "\u2800",
                " \u200b \u200d ")) {
            assertThat(Misplaced.inLine(blank)).as(blank).contains(Misplaced.NOTHING_ELSE);
            assertThat(Misplaced.inProse(blank)).as(blank).contains(Misplaced.NOTHING_ELSE);
        }
        for (String text : List.of("", "  ", "-", "5", "e\u0301", "\u200b李", "🦆")) {
            assertThat(Misplaced.inLine(text)).as(text).isEmpty();
            assertThat(Misplaced.inProse(text)).as(text).isEmpty();
        }
    }

    @Test
    void namesOfAllScriptsStayAsTheyAre() {
        for (String name :
                List.of("Łucja O’Neill-Brøgger", "می‌خواهم", "👩‍⚕️ Ada", "נועה ‏(אמא)", "李 小龍", "🦆", "Zoë\u00a0Wu")) {
            assertThat(Misplaced.inLine(name)).as(name).isEmpty();
        }
    }

    @Test
    void whateverAPersonTypesIntoARequestIsOneLineOrProse() throws IOException, URISyntaxException {
        List<RecordComponent> typed = records()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(MisplacedTest::isTyped)
                .toList();

        assertThat(typed).hasSizeGreaterThan(15);
        assertThat(typed.stream()
                        .filter(part -> !all(part.getAnnotatedType())
                                .filter(MisplacedTest::isText)
                                .allMatch(type -> type.isAnnotationPresent(OneLine.class)
                                        || type.isAnnotationPresent(Prose.class)))
                        .map(part -> part.getDeclaringRecord().getSimpleName() + "." + part.getName()))
                .isEmpty();
    }

    private static boolean isTyped(RecordComponent part) {
        return !READ_BY_THEIR_OWN_RULES.contains(part.getName())
                && all(part.getAnnotatedType()).anyMatch(MisplacedTest::isText);
    }

    /** A text with a length or that must be there, and of no narrower form. */
    private static boolean isText(AnnotatedType type) {
        Pattern form = type.getAnnotation(Pattern.class);
        return type.getType() == String.class
                && (type.isAnnotationPresent(Size.class) || type.isAnnotationPresent(NotBlank.class))
                && (form == null || form.regexp().equals("[\\s\\S]*\\S[\\s\\S]*"));
    }

    private static Stream<AnnotatedType> all(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType many
                ? Stream.concat(
                        Stream.of(type),
                        Arrays.stream(many.getAnnotatedActualTypeArguments()).flatMap(MisplacedTest::all))
                : Stream.of(type);
    }

    private static Stream<Class<?>> records() throws IOException, URISyntaxException {
        Path classes = Path.of(CreateClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files
                    .map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .<Class<?>>map(MisplacedTest::loaded)
                    .filter(Class::isRecord)
                    .toList()
                    .stream();
        }
    }

    private static Class<?> loaded(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
