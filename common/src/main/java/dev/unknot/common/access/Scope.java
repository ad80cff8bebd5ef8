package dev.unknot.common.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a program's token goes at its locations; each goes as far as the one before, and further. */
public enum Scope {
    /** Only looks. */
    READ,

    /** Also books, moves and cancels, and writes down clients. */
    BOOK,

    /** What a manager may do; its token's role is {@link Role#MANAGER}. */
    MANAGE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> ofCode(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }
}
