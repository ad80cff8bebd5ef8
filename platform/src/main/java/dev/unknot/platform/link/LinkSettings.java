package dev.unknot.platform.link;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys of links, alike in every service that signs or opens them.
 *
 * @param keys {@code NUMBER:BASE64[,NUMBER:BASE64]} of 32 bytes each; the last signs. A key is put first everywhere before
 *     it signs anywhere, and stays until its last link has expired
 */
@ConfigurationProperties("unknot.links")
record LinkSettings(String keys) {

    List<LinkKey> parsed() {
        return Arrays.stream(keys.split(",")).map(LinkSettings::key).toList();
    }

    /** Never says what it was given: it is a secret. */
    private static LinkKey key(String text) {
        String[] parts = text.strip().split(":", 2);
        try {
            return new LinkKey(Integer.parseInt(parts[0]), Base64.getDecoder().decode(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw new IllegalArgumentException("UNKNOT_LINKS_KEYS (unknot.links.keys) is NUMBER:BASE64 of 32 bytes, or"
                    + " several with commas between; make one with: echo 1:$(openssl rand -base64 32)");
        }
    }

    @Override
    public String toString() {
        return "LinkSettings[…]";
    }
}
