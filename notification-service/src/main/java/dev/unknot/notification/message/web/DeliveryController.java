package dev.unknot.notification.message.web;

import dev.unknot.common.message.Channel;
import dev.unknot.common.message.DeliveryReport;
import dev.unknot.notification.message.DeliveryReports;
import dev.unknot.notification.message.ReportedDelivery;
import dev.unknot.notification.message.ReportedDelivery.Fault;
import dev.unknot.notification.sms.GatewayErrors;
import dev.unknot.notification.sms.GatewayForm;
import dev.unknot.notification.sms.WebhookSignature;
import dev.unknot.notification.sms.Webhooks;
import dev.unknot.platform.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The webhook the SMS gateway calls as a message it took over travels on. */
@RestController
class DeliveryController {
    private final Webhooks webhooks;
    private final DeliveryReports reports;

    DeliveryController(Webhooks webhooks, DeliveryReports reports) {
        this.webhooks = webhooks;
        this.reports = reports;
    }

    @Operation(operationId = "noteDelivery", summary = "Takes from the gateway how far a message has come")
    @Refuses("403 bad-signature")
    @PostMapping(path = "/api/v1/sms/status", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(
            @RequestHeader(name = WebhookSignature.HEADER, defaultValue = "") String signed,
            @RequestBody MultiValueMap<String, String> fields) {
        webhooks.status().require(signed, fields);
        GatewayForm form = new GatewayForm(fields);
        String sid = form.required("MessageSid");
        String code = form.optional("ErrorCode");
        report(form.required("MessageStatus"))
                .ifPresent(report -> reports.note(
                        new ReportedDelivery(sid, report, code, fault(code), Channel.SMS, form.optional("To"))));
    }

    private static Fault fault(@Nullable String code) {
        if (GatewayErrors.numberTakesNoSms(code)) {
            return Fault.ADDRESS;
        }
        return GatewayErrors.ours(code) ? Fault.OURS : Fault.OTHER;
    }

    /** The ends of a message's way; of the stations before (queued, sent, …) we need no word. */
    private static Optional<DeliveryReport> report(String status) {
        return switch (status) {
            case "delivered" -> Optional.of(DeliveryReport.DELIVERED);
            case "undelivered" -> Optional.of(DeliveryReport.UNDELIVERED);
            case "failed" -> Optional.of(DeliveryReport.FAILED);
            default -> Optional.empty();
        };
    }
}
