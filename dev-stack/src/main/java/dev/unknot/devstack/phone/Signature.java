package dev.unknot.devstack.phone;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the gateway proves that a webhook comes from it: base64 of HMAC-SHA1, keyed with the account's token, over the URL
 * followed by every form field in order of its name, name and value run together.
 *
 * @see <a href="https://www.twilio.com/docs/usage/security#validating-requests">Twilio, "Validating requests"</a>
 */
final class Signature {

    static final String HEADER = "X-Twilio-Signature";

    private static final String ALGORITHM = "HmacSHA1";

    private Signature() {}

    static String of(String url, Map<String, String> fields, String token) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
