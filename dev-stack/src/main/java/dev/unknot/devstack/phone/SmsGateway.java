package dev.unknot.devstack.phone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.unknot.devstack.phone.Text.Direction;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Twilio's Messages resource, version 2010-04-01: takes a message, and lists those of a recipient, newest
 * first, and reports each as delivered to whoever asks for it. It never blocks a number, so that a message to someone who opted out is seen.
 */
final class SmsGateway implements HttpHandler {

    private static final int LONGEST = 1600;
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 1000;

    private final PhoneSettings settings;
    private final Journal<Text> texts;
    private final Troubles troubles;
    private final Webhook webhook;
    private final Clock clock;

    SmsGateway(PhoneSettings settings, Journal<Text> texts, Troubles troubles, Webhook webhook, Clock clock) {
        this.settings = settings;
        this.texts = texts;
        this.troubles = troubles;
        this.webhook = webhook;
        this.clock = clock;
    }

    String path() {
        return "/2010-04-01/Accounts/" + settings.account() + "/Messages.json";
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        if (!isAuthorised(http)) {
            http.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"stand-in gateway\"");
            Exchange.json(http, 401, TwilioJson.problem(401, 20003, "Authenticate"));
            return;
        }
        switch (http.getRequestMethod()) {
            case "POST" -> take(http);
            case "GET" -> list(http);
            default -> Exchange.json(http, 405, TwilioJson.problem(405, 20004, "Method not allowed"));
        }
    }

    private void take(HttpExchange http) throws IOException {
        Map<String, String> form = Exchange.form(http);
        String to = form.getOrDefault("To", "");
        String body = form.getOrDefault("Body", "");
        if (!to.matches("\\+[1-9][0-9]{6,14}")) {
            Exchange.json(http, 400, TwilioJson.problem(400, 21211, "The 'To' number is not a valid phone number."));
        } else if (body.isEmpty()) {
            Exchange.json(http, 400, TwilioJson.problem(400, 21602, "Message body is required."));
        } else if (body.length() > LONGEST) {
            Exchange.json(http, 400, TwilioJson.problem(400, 21617, "The message body exceeds 1600 characters."));
        } else {
            take(
                    http,
                    new Text(
                            Sids.message(),
                            Direction.OUTBOUND,
                            form.getOrDefault("From", settings.line()),
                            to,
                            body,
                            clock.instant()),
                    form.get("StatusCallback"));
        }
    }

    private void take(HttpExchange http, Text text, @Nullable String reportTo) throws IOException {
        Optional<Trouble> trouble = troubles.with(text.to());
        if (!trouble.equals(Optional.of(Trouble.LOSES_WITHOUT_ANSWERING))) {
            texts.add(text);
        }
        if (trouble.isPresent()) {
            troubles.await(text.to());
            http.close();
        } else {
            Exchange.json(http, 201, TwilioJson.message(text, settings.account()));
            if (reportTo != null) {
                Thread.startVirtualThread(() -> reportDelivered(URI.create(reportTo), text));
            }
        }
    }

    private void reportDelivered(URI reportTo, Text text) {
        webhook.call(
                reportTo,
                Map.of("MessageSid", text.sid(), "AccountSid", settings.account(), "MessageStatus", "delivered"));
    }

    private void list(HttpExchange http) throws IOException {
        Map<String, String> query = Form.parse(http.getRequestURI().getRawQuery());
        int size = Math.clamp(Integer.parseInt(query.getOrDefault("PageSize", "" + PAGE)), 1, LARGEST_PAGE);
        List<Text> found = texts.all().reversed().stream()
                .filter(text -> text.to().equals(query.getOrDefault("To", text.to())))
                .filter(text -> text.from().equals(query.getOrDefault("From", text.from())))
                .limit(size)
                .toList();
        Exchange.json(http, 200, TwilioJson.page(found, settings.account(), size));
    }

    private boolean isAuthorised(HttpExchange http) {
        String given = http.getRequestHeaders().getFirst("Authorization");
        byte[] pair = (settings.account() + ":" + settings.token()).getBytes(StandardCharsets.UTF_8);
        byte[] wanted = ("Basic " + Base64.getEncoder().encodeToString(pair)).getBytes(StandardCharsets.US_ASCII);
        return given != null && MessageDigest.isEqual(wanted, given.getBytes(StandardCharsets.UTF_8));
    }
}
