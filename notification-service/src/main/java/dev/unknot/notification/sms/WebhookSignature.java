package dev.unknot.notification.sms;

import dev.unknot.platform.problem.Rejection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The gateway's signature on a webhook: HMAC-SHA1 under the account's token over the public address followed by every
 * parameter's name and value, sorted by name; Base64. After twilio.com/docs/usage/security.
 */
public class WebhookSignature {
    /** The header that carries it. */
    public static final String HEADER = "X-Twilio-Signature";

    private static final String ALGORITHM = "HmacSHA1";

    private final URI webhookUrl;
    private final SecretKeySpec key;

    WebhookSignature(URI webhookUrl, String token) {
        this.webhookUrl = webhookUrl;
        this.key = new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Refuses with 403 a call that the gateway has not signed. */
    public void require(String signature, Map<String, List<String>> form) {
        if (!matches(signature, form)) {
            throw Rejection.forbidden("bad-signature", "This call was not signed by our SMS gateway.");
        }
    }

    /** Takes the same time wherever the first difference lies. */
    boolean matches(String signature, Map<String, List<String>> form) {
        byte[] expected = of(form).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    String of(Map<String, List<String>> form) {
        StringBuilder signed = new StringBuilder(webhookUrl.toString());
        new TreeMap<>(form)
                .forEach((name, values) -> values.stream()
                        .distinct()
                        .sorted()
                        .forEach(value -> signed.append(name).append(value)));
        return Base64.getEncoder()
                .encodeToString(mac().doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
