package dev.unknot.notification;

import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The SMS gateway, as far as it calls us; signs as its documentation says, independently of how this service checks. */
public record SmsWebhook(int port) {
    public static final String INBOUND = "/api/v1/sms/inbound";
    public static final String STATUS = "/api/v1/sms/status";

    private static final String TOKEN = "test-token";

    public static Map<String, String> sms(String phone, String body) {
        Map<String, String> form = new TreeMap<>();
        form.put("MessageSid", "SM" + Ids.next());
        form.put("From", phone);
        form.put("To", "+15005550006");
        form.put("Body", body);
        form.put("NumMedia", "0");
        form.put("FromCity", "");
        return form;
    }

    public static Map<String, String> status(String sid, String status, String... more) {
        Map<String, String> form = new TreeMap<>(Map.of("MessageSid", sid, "MessageStatus", status));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    /** An SMS from there, signed. */
    public Answer answers(String phone, String body) {
        return signed(INBOUND, sms(phone, body));
    }

    public Answer signed(String path, Map<String, String> form) {
        return post(path, form, signature(path, form, TOKEN));
    }

    public Answer post(String path, Map<String, String> form, String signature) {
        return Http.at(port)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("X-Twilio-Signature", signature)
                .post(path, encoded(form));
    }

    public Answer unsigned(String path, Map<String, String> form) {
        return Http.at(port)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .post(path, encoded(form));
    }

    public static String signature(String path, Map<String, String> form, String token) {
        String signed = "https://unknot.example" + path
                + new TreeMap<>(form)
                        .entrySet().stream()
                                .map(field -> field.getKey() + field.getValue())
                                .collect(Collectors.joining());
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
