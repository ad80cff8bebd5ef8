package dev.unknot.notification.sms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The account at the SMS gateway. Without one the service refuses to start and names the missing setting: it could
 * neither send nor tell a forged STOP from a real one.
 *
 * @param baseUrl of an API that speaks Twilio's
 * @param account the account's sid
 * @param token the account's secret, which also signs webhooks
 * @param from the number messages come from, E.164, or an alphanumeric sender
 * @param webhookUrl the inbound webhook's full public address, as entered at the gateway, which signs over it
 * @param statusUrl the full public address the gateway reports deliveries to, and signs over; by default beside the
 *     inbound webhook
 * @param connectTimeout until a connection stands
 * @param readTimeout until the gateway has answered
 */
@Validated
@ConfigurationProperties("unknot.sms")
record SmsSettings(
        @DefaultValue("https://api.twilio.com") URI baseUrl,
        @NotBlank String account,
        @NotBlank String token,
        @NotBlank String from,
        @NotNull URI webhookUrl,
        @Nullable URI statusUrl,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout) {
    URI statusAddress() {
        return statusUrl == null ? webhookUrl.resolve("status") : statusUrl;
    }

    @Override
    public String toString() {
        return "SmsSettings[baseUrl=" + baseUrl + "]";
    }
}
