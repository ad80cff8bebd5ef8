package dev.unknot.common.text;

import java.util.Optional;
import java.util.Set;

/**
 * Characters that are not for reading: with nothing else a text says nothing, however long it is, and some change what stands around them: a line break moves the rest of a name out of
 * its row or adds a header to a mail, and a turn of the direction of writing shows a text in another order than it has.
 * Joiners of no width stay, since Persian words and emoji are written with them.
 */
public enum Misplaced {
    LINE_BREAK("must be on one line"),
    TURN("must not contain characters that turn the direction of writing"),
    CONTROL("must not contain control characters"),
    HALF("must not contain half a character"),
    NOTHING_ELSE("must not be blank");

    /** Letters and a symbol that have a width, or not even that, and no ink. */
    private static final Set<Integer> WITHOUT_INK = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

    private final String expectation;

    Misplaced(String expectation) {
        this.expectation = expectation;
    }

    /** What is said of a field that has one, after the field's name. */
    public String expectation() {
        return expectation;
    }

    /** The first in a text that stands on one line. */
    public static Optional<Misplaced> inLine(String text) {
        return text.codePoints()
                .mapToObj(Misplaced::of)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> nothingElse(text));
    }

    /** The first in a text that may have several lines, and tabs. */
    public static Optional<Misplaced> inProse(String text) {
        return text.codePoints()
                .filter(character -> character != '\t')
                .mapToObj(Misplaced::of)
                .flatMap(Optional::stream)
                .filter(found -> found != LINE_BREAK)
                .findFirst()
                .or(() -> nothingElse(text));
    }

    /** Whether a half of a surrogate pair stands alone: no encoding has a form for it. */
    public static boolean halfIn(String text) {
        return text.codePoints().anyMatch(Misplaced::isHalf);
    }

    /** Of a text of spaces alone nothing is said: whether it may be empty is another rule. */
    private static Optional<Misplaced> nothingElse(String text) {
        return text.isBlank() || text.codePoints().anyMatch(Misplaced::hasInk)
                ? Optional.empty()
                : Optional.of(NOTHING_ELSE);
    }

    /** A mark is drawn on the character before it. What this Java does not know yet may be an emoji. */
    private static boolean hasInk(int character) {
        return !WITHOUT_INK.contains(character)
                && switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK -> false;
                    default -> true;
                };
    }

    private static Optional<Misplaced> of(int character) {
        if (isLineBreak(character)) {
            return Optional.of(LINE_BREAK);
        }
        if (isTurn(character)) {
            return Optional.of(TURN);
        }
        if (Character.isISOControl(character)) {
            return Optional.of(CONTROL);
        }
        return isHalf(character) ? Optional.of(HALF) : Optional.empty();
    }

    /** UAX 14, class BK and its kin: line feed to carriage return, next line, and the two separators. */
    private static boolean isLineBreak(int character) {
        return character >= 0x0A && character <= 0x0D
                || character == 0x85
                || character == 0x2028
                || character == 0x2029;
    }

    /** UAX 9: embeddings, overrides and isolates. */
    private static boolean isTurn(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }

    private static boolean isHalf(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }
}
