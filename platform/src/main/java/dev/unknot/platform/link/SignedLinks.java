package dev.unknot.platform.link;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Signs and verifies the secret part of a link: key number (1 byte), id (16), expiry in hours since 1970 (4) and the first
 * 80 bits of an HMAC-SHA256 over them, {@value #LENGTH} characters of base64url. Guessing one takes 2<sup>79</sup> tries on
 * average.
 */
public final class SignedLinks {

    /** Characters of a token. */
    public static final int LENGTH = 42;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{" + LENGTH + "}");
    private static final int CONTENT_BYTES = 1 + 16 + 4;
    private static final int MAC_BYTES = 10;
    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private final Map<Integer, LinkKey> keys;
    private final LinkKey signing;

    /** @param keys at least one; the last signs, all verify */
    SignedLinks(List<LinkKey> keys) {
        this.keys = keys.stream().collect(Collectors.toUnmodifiableMap(LinkKey::number, Function.identity()));
        this.signing = keys.getLast();
    }

    /** @param expires rounded up to the full hour */
    public String sign(UUID id, Instant expires) {
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .put((byte) signing.number())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(Math.toIntExact(Math.ceilDiv(expires.getEpochSecond(), HOUR)))
                .array();
        byte[] token = ByteBuffer.allocate(CONTENT_BYTES + MAC_BYTES)
                .put(content)
                .put(signing.sign(content, MAC_BYTES))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What the token names, or nothing if it was not signed here, with a key still known, or has expired by {@code now}. */
    public Optional<UUID> verify(String token, Instant now) {
        if (!FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        // The last character has bits to spare.
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token)) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, CONTENT_BYTES);
        LinkKey key = keys.get(Byte.toUnsignedInt(content[0]));
        byte[] mac = Arrays.copyOfRange(bytes, CONTENT_BYTES, bytes.length);
        // In constant time: how much of a guess was right is not to be measured.
        if (key == null || !MessageDigest.isEqual(key.sign(content, MAC_BYTES), mac)) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(content, 1, CONTENT_BYTES - 1);
        UUID id = new UUID(fields.getLong(), fields.getLong());
        long expires = Integer.toUnsignedLong(fields.getInt()) * HOUR;
        return now.getEpochSecond() < expires ? Optional.of(id) : Optional.empty();
    }
}
