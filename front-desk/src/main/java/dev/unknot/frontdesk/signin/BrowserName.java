package dev.unknot.frontdesk.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import ua_parser.Parser;

/** What a browser calls itself, so that its person knows it again in a list. It may say anything: nothing is decided by it. */
final class BrowserName {

    /** Characters; beyond it no known browser says anything new. */
    private static final int LONGEST_TOLD = 400;

    private static final int LONGEST = 60;

    private static final String UNKNOWN = "Other";

    private BrowserName() {}

    /** Such as {@code Firefox on Windows}; null: it says nothing that is known. */
    static @Nullable String of(HttpServletRequest request) {
        String told = request.getHeader(HttpHeaders.USER_AGENT);
        if (told == null) {
            return null;
        }
        String begin = told.substring(0, Math.min(told.length(), LONGEST_TOLD));
        String name = Stream.of(Patterns.PARSER.parseUserAgent(begin).family, Patterns.PARSER.parseOS(begin).family)
                .filter(family -> !family.equals(UNKNOWN))
                .collect(Collectors.joining(" on "));
        return name.isEmpty() ? null : name.substring(0, Math.min(name.length(), LONGEST));
    }

    /** Hundreds, read at the first sign-in. */
    private static final class Patterns {

        private static final Parser PARSER = new Parser();
    }
}
