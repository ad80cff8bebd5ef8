package dev.unknot.notification.sms;

import dev.unknot.notification.delivery.Delivery;
import dev.unknot.notification.delivery.GatewayUnavailable;
import dev.unknot.notification.delivery.Handover;
import dev.unknot.notification.delivery.SmsGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Twilio's Messages resource, version 2010-04-01. */
class TwilioGateway implements SmsGateway {
    /** What was looked for went out minutes ago at most, so the newest page holds it. */
    private static final int PAGE = 50;

    private final RestClient client;
    private final JsonMapper json;
    private final String from;
    private final URI statusAddress;

    TwilioGateway(RestClient client, JsonMapper json, String from, URI statusAddress) {
        this.client = client;
        this.json = json;
        this.from = from;
        this.statusAddress = statusAddress;
    }

    @Override
    public Delivery send(String to, String body, Handover handover) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("To", to);
        form.add("From", from);
        form.add("Body", body);
        form.add("StatusCallback", statusAddress.toString());
        if (!handover.begin()) {
            return new Delivery.KeptBack();
        }
        try {
            return client.post()
                    .uri("/Messages.json")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .exchangeForRequiredValue((request, response) -> delivery(response));
        } catch (ResourceAccessException unreachable) {
            return neverConnected(unreachable)
                    ? new Delivery.Away("unreachable")
                    : new Delivery.Unknown("connection-lost");
        }
    }

    /** Filters by body here and not by date there: a message still queued has no date sent and would be left out. */
    @Override
    public List<String> find(String to, Predicate<String> body) {
        try {
            JsonNode page = client.get()
                    .uri("/Messages.json?To={to}&PageSize={size}", to, PAGE)
                    .exchangeForRequiredValue((request, response) -> page(response));
            return StreamSupport.stream(page.path("messages").spliterator(), false)
                    .filter(message -> body.test(message.path("body").asString("")))
                    .map(message -> message.path("sid").asString(""))
                    .toList();
        } catch (RestClientException unreachable) {
            throw new GatewayUnavailable("unreachable");
        }
    }

    private Delivery delivery(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        JsonNode answer = read(response);
        String itsOwn = answer.path("code").asString("");
        String code = itsOwn.isEmpty() ? String.valueOf(status) : itsOwn;
        if (response.getStatusCode().is2xxSuccessful()) {
            String sid = answer.path("sid").asString("");
            return sid.isEmpty() ? new Delivery.Unknown("no-sid") : new Delivery.Accepted(sid);
        }
        if (code.equals(GatewayErrors.OPTED_OUT)) {
            return new Delivery.OptedOut();
        }
        if (GatewayErrors.numberTakesNoSms(code)) {
            return new Delivery.Unreachable(code);
        }
        if (GatewayErrors.ours(code)) {
            return new Delivery.OurFault(code, GatewayErrors.ofTheAccount(code));
        }
        return switch (HttpStatus.resolve(status)) {
            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND -> new Delivery.OurFault(code, true);
            case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE -> new Delivery.Away(code);
            case REQUEST_TIMEOUT -> new Delivery.Unknown(code);
            // Without a code of its own it may be a proxy that speaks: what the gateway made of the message is not
            // known.
            case null, default ->
                status < 500 && !itsOwn.isEmpty() ? new Delivery.Refused(code) : new Delivery.Unknown(code);
        };
    }

    private JsonNode page(ClientHttpResponse response) throws IOException {
        if (!response.getStatusCode().is2xxSuccessful()) {
            throw new GatewayUnavailable("http-" + response.getStatusCode().value());
        }
        JsonNode page = read(response);
        if (!page.path("messages").isArray()) {
            // Taken for an empty list, it would have the message sent again.
            throw new GatewayUnavailable("unreadable");
        }
        return page;
    }

    /** Missing where the answer is no JSON, as a proxy's error page, or where its end did not come. */
    private JsonNode read(ClientHttpResponse response) throws IOException {
        try (InputStream body = response.getBody()) {
            return json.readTree(body);
        } catch (JacksonException notJson) {
            return json.missingNode();
        }
    }

    private static boolean neverConnected(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }
}
