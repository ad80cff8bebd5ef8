package dev.unknot.platform.trace;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The trace context of the current thread, in the form of the header {@code traceparent} (W3C Trace Context, level 1). */
public final class Trace {

    public static final String HEADER = "traceparent";

    private static final Pattern VALID =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String LOGGED_AS = "trace";
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /** Null outside a request and outside the handling of an event. */
    public static @Nullable String current() {
        return CURRENT.get();
    }

    /** Continues {@code incoming}, or starts a trace when that is absent or malformed; to be ended on the same thread. */
    public static void begin(@Nullable String incoming) {
        String trace = incoming != null && VALID.matcher(incoming).matches() ? incoming : fresh();
        CURRENT.set(trace);
        MDC.put(LOGGED_AS, trace.substring(3, 35));
    }

    public static void end() {
        CURRENT.remove();
        MDC.remove(LOGGED_AS);
    }

    private static String fresh() {
        byte[] ids = new byte[24];
        RANDOM.nextBytes(ids);
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(ids, 0, 16) + "-" + hex.formatHex(ids, 16, 24) + "-01";
    }
}
