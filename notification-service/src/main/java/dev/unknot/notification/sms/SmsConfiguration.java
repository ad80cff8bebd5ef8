package dev.unknot.notification.sms;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SmsConfiguration {
    @Bean
    TwilioGateway twilioGateway(RestClient.Builder builder, SmsSettings settings, JsonMapper json) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.readTimeout());
        RestClient client = builder.requestFactory(requests)
                .baseUrl(settings.baseUrl() + "/2010-04-01/Accounts/" + settings.account())
                .defaultHeaders(
                        headers -> headers.setBasicAuth(settings.account(), settings.token(), StandardCharsets.UTF_8))
                .build();
        return new TwilioGateway(client, json, settings.from(), settings.statusAddress());
    }

    @Bean
    Webhooks webhooks(SmsSettings settings) {
        return new Webhooks(
                new WebhookSignature(settings.webhookUrl(), settings.token()),
                new WebhookSignature(settings.statusAddress(), settings.token()));
    }
}
