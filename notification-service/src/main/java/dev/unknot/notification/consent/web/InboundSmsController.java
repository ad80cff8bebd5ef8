package dev.unknot.notification.consent.web;

import dev.unknot.notification.consent.Replies;
import dev.unknot.notification.sms.WebhookSignature;
import dev.unknot.platform.problem.Rejection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The webhook the SMS gateway calls with each SMS a client sends; answered in TwiML. */
@RestController
class InboundSmsController {
    private final WebhookSignature signature;
    private final Replies replies;

    InboundSmsController(WebhookSignature signature, Replies replies) {
        this.signature = signature;
        this.replies = replies;
    }

    @PostMapping(
            path = "/api/v1/sms/inbound",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_XML_VALUE)
    String receive(
            @RequestHeader(name = WebhookSignature.HEADER, defaultValue = "") String signed,
            @RequestBody MultiValueMap<String, String> form) {
        if (!signature.matches(signed, form)) {
            throw Rejection.forbidden("bad-signature", "This call was not signed by our SMS gateway.");
        }
        return twiml(replies.receive(required(form, "MessageSid"), required(form, "From"), body(form)));
    }

    private static String required(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        if (value == null || value.isBlank()) {
            throw Rejection.malformed("missing-parameter", "The form lacks " + name + ".", name);
        }
        return value;
    }

    /** A picture comes without text. */
    private static String body(MultiValueMap<String, String> form) {
        @Nullable String body = form.getFirst("Body");
        return body == null ? "" : body;
    }

    private static String twiml(Optional<String> answer) {
        String message = answer.map(text -> "<Message>" + HtmlUtils.htmlEscape(text, "UTF-8") + "</Message>")
                .orElse("");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + message + "</Response>";
    }
}
