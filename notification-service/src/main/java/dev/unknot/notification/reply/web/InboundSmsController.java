package dev.unknot.notification.reply.web;

import dev.unknot.notification.reply.GatewayVerdict;
import dev.unknot.notification.reply.ReceivedSms;
import dev.unknot.notification.reply.Replies;
import dev.unknot.notification.sms.GatewayForm;
import dev.unknot.notification.sms.WebhookSignature;
import dev.unknot.notification.sms.Webhooks;
import dev.unknot.platform.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Objects;
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
    private final Webhooks webhooks;
    private final Replies replies;

    InboundSmsController(Webhooks webhooks, Replies replies) {
        this.webhooks = webhooks;
        this.replies = replies;
    }

    @Operation(operationId = "receiveSms", summary = "Takes an SMS of a client from the gateway, and answers in TwiML")
    @Refuses("403 bad-signature")
    @PostMapping(
            path = "/api/v1/sms/inbound",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_XML_VALUE)
    String receive(
            @RequestHeader(name = WebhookSignature.HEADER, defaultValue = "") String signed,
            @RequestBody MultiValueMap<String, String> fields) {
        webhooks.inbound().require(signed, fields);
        GatewayForm form = new GatewayForm(fields);
        // A picture comes without text.
        String body = Objects.requireNonNullElse(form.optional("Body"), "");
        return twiml(replies.receive(new ReceivedSms(
                form.required("MessageSid"), form.required("From"), form.optional("To"), body, verdict(form))));
    }

    /** There since the account has Advanced Opt-Out; twilio.com/docs/messaging/tutorials/advanced-opt-out. */
    private static @Nullable GatewayVerdict verdict(GatewayForm form) {
        return switch (form.optional("OptOutType")) {
            case "STOP" -> GatewayVerdict.STOP;
            case "START" -> GatewayVerdict.START;
            case "HELP" -> GatewayVerdict.HELP;
            case null, default -> null;
        };
    }

    private static String twiml(Optional<String> answer) {
        String message = answer.map(text -> "<Message>" + HtmlUtils.htmlEscape(text, "UTF-8") + "</Message>")
                .orElse("");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + message + "</Response>";
    }
}
