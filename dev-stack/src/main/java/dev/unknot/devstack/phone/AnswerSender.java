package dev.unknot.devstack.phone;

import dev.unknot.devstack.phone.Text.Direction;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands a person's answer to the clinic the way the gateway does: a signed webhook, whose reply may be a message. */
final class AnswerSender {

    private static final Pattern REPLY = Pattern.compile("<Message>(.*?)</Message>", Pattern.DOTALL);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final PhoneSettings settings;
    private final Journal<Text> texts;
    private final Clock clock;

    AnswerSender(PhoneSettings settings, Journal<Text> texts, Clock clock) {
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
    }

    Text send(String phone, String body) {
        String sid = Sids.message();
        Optional<String> reply = deliver(sid, phone, body);
        Direction direction = reply.isPresent() ? Direction.INBOUND : Direction.UNDELIVERED;
        Text answer = new Text(sid, direction, phone, settings.line(), body, clock.instant());
        texts.add(answer);
        reply.flatMap(AnswerSender::message)
                .ifPresent(text -> texts.add(
                        new Text(Sids.message(), Direction.OUTBOUND, settings.line(), phone, text, clock.instant())));
        return answer;
    }

    /** What the clinic replied, empty if it did not take the answer. */
    private Optional<String> deliver(String sid, String phone, String body) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("MessageSid", sid);
        form.put("AccountSid", settings.account());
        form.put("From", phone);
        form.put("To", settings.line());
        form.put("Body", body);
        form.put("NumMedia", "0");
        HttpRequest request = HttpRequest.newBuilder(settings.webhook())
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(Signature.HEADER, Signature.of(settings.webhook().toString(), form, settings.token()))
                .POST(HttpRequest.BodyPublishers.ofString(Form.encode(form)))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() / 100 == 2 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException outOfReach) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static Optional<String> message(String twiml) {
        Matcher reply = REPLY.matcher(twiml);
        return reply.find() ? Optional.of(Html.unescape(reply.group(1))) : Optional.empty();
    }
}
