package dev.unknot.common.text;

import java.util.Optional;

/**
 * Characters that are not for reading and that change what stands around them: a line break moves the rest of a name out of
 * its row or adds a header to a mail, and a turn of the direction of writing shows a text in another order than it has.
 * Joiners of no width stay, since Persian words and emoji are written with them.
 */
public enum Misplaced {
    LINE_BREAK("must be on one line"),
    TURN("must not contain characters that turn the direction of writing"),
    CONTROL("must not contain control characters"),
    HALF("must not contain half a character");

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
                .findFirst();
    }

    /** The first in a text that may have several lines, and tabs. */
    public static Optional<Misplaced> inProse(String text) {
        return text.codePoints()
                .filter(character -> character != '\t')
                .mapToObj(Misplaced::of)
                .flatMap(Optional::stream)
                .filter(found -> found != LINE_BREAK)
                .findFirst();
    }

    /** Whether a half of a surrogate pair stands alone: no encoding has a form for it. */
    public static boolean halfIn(String text) {
        return text.codePoints().anyMatch(Misplaced::isHalf);
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
