package dev.unknot.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unknot.common.time.Era;
import dev.unknot.platform.problem.Rejection;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Opaque keyset cursor: the sort key of the last row on a page, so that the next page starts after it. */
public final class Cursor {

    private static final int LONGEST = 1_000;

    private Cursor() {}

    /** The parts as text, which {@link #decode(String)} gives back in order. */
    public static String encode(Object... parts) {
        String joined = Arrays.stream(parts)
                .map(part -> URLEncoder.encode(part.toString(), UTF_8))
                .collect(Collectors.joining("&"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(UTF_8));
    }

    /** The parts of a cursor; what was not made by {@link #encode} is refused with 400. */
    public static List<String> decode(String cursor) {
        return decode(cursor, parts -> parts);
    }

    /** A moment that is a part of a cursor; far ones, which nothing here can be at, are refused. */
    public static Instant moment(String part) {
        Instant moment = Instant.parse(part);
        if (!Era.includes(moment)) {
            throw new IllegalArgumentException("no list goes so far");
        }
        return moment;
    }

    /** Reads the parts with {@code reader}; a part it cannot parse makes the cursor refused with 400. */
    public static <T> T decode(String cursor, Function<List<String>, T> reader) {
        try {
            if (cursor.isEmpty() || cursor.length() > LONGEST) {
                throw new IllegalArgumentException("a cursor has 1 to " + LONGEST + " characters");
            }
            String joined = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            return reader.apply(Arrays.stream(joined.split("&", -1))
                    .map(part -> URLDecoder.decode(part, UTF_8))
                    .toList());
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException unreadable) {
            throw unknown();
        }
    }

    /** 400: this list has not given it out, or what it names is not there any more. */
    public static Rejection unknown() {
        return Rejection.malformed("invalid-cursor", "The cursor is not one this list has given out.", "cursor");
    }
}
