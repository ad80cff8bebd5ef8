package dev.unknot.platform.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The secrets that stand in this repository: those of docker-compose.yml, of {@code bin/dev} and of tests. A test of dev-stack
 * reads these files and fails when one of them is missing here.
 */
final class KnownSecrets {

    private static final Set<String> TEXTS = Set.of("postgres", "development", "shoulders-down", "test-token");

    private static final int KEY_BYTES = 32;

    private static final Set<ByteBuffer> KEYS = Stream.of(
                    "development-only-key-not-secret!".getBytes(UTF_8), counted(), new byte[KEY_BYTES])
            .map(ByteBuffer::wrap)
            .collect(Collectors.toUnmodifiableSet());

    /** Keys come alone, or as {@code NUMBER:BASE64[,NUMBER:BASE64]}. */
    private static final Pattern BETWEEN_KEYS = Pattern.compile("[,:\\s]+");

    /** In the URL of a database, where Kafka is told how to sign in, and before the host of any other URL. */
    private static final Pattern WITHIN = Pattern.compile(
            "(?i)password\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s&;\"']+))|://[^/\\s:@]*:([^/\\s@]+)@");

    private KnownSecrets() {}

    /** Whether everybody knows this secret, or a part of it that opens something by itself. */
    static boolean include(String secret) {
        return TEXTS.contains(secret.strip())
                || Arrays.stream(BETWEEN_KEYS.split(secret)).anyMatch(KnownSecrets::isKey);
    }

    /** Whether this setting, which is no secret as a whole, has a known one in it. */
    static boolean areIn(String setting) {
        return WITHIN.matcher(setting)
                .results()
                .flatMap(found -> IntStream.rangeClosed(1, 4).mapToObj(found::group))
                .anyMatch(secret -> secret != null && (include(secret) || include(decoded(secret))));
    }

    private static boolean isKey(String part) {
        try {
            return KEYS.contains(ByteBuffer.wrap(Base64.getDecoder().decode(part)));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private static String decoded(String parameter) {
        try {
            return URLDecoder.decode(parameter, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return parameter;
        }
    }

    /** 0 to 31: the key of the tests. */
    private static byte[] counted() {
        byte[] key = new byte[KEY_BYTES];
        for (byte i = 0; i < KEY_BYTES; i++) {
            key[i] = i;
        }
        return key;
    }
}
