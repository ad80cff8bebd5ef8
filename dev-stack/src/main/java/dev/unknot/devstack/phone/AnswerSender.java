package dev.unknot.devstack.phone;

import dev.unknot.devstack.phone.Text.Direction;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands a person's answer to the clinic the way the gateway does: a signed webhook, whose reply may be a message. */
final class AnswerSender {

    private static final Pattern REPLY = Pattern.compile("<Message>(.*?)</Message>", Pattern.DOTALL);

    private final Webhook webhook;
    private final PhoneSettings settings;
    private final Journal<Text> texts;
    private final Clock clock;

    AnswerSender(Webhook webhook, PhoneSettings settings, Journal<Text> texts, Clock clock) {
        this.webhook = webhook;
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
        return webhook.call(settings.webhook(), form);
    }

    static Optional<String> message(String twiml) {
        Matcher reply = REPLY.matcher(twiml);
        return reply.find() ? Optional.of(Html.unescape(reply.group(1))) : Optional.empty();
    }
}
