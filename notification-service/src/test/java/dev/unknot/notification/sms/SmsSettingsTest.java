package dev.unknot.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class SmsSettingsTest {
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void withoutAnAccountTheServiceRefusesToStartAndSaysWhatIsMissing() {
        service.withPropertyValues("unknot.sms.token=t", "unknot.sms.from=+1", "unknot.sms.webhook-url=https://x/y")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("unknot.sms")
                        .hasMessageContaining("account"));
    }

    @Test
    void withAnAccountItStartsAndKeepsTheTokenOutOfLogs() {
        service.withPropertyValues(
                        "unknot.sms.account=AC1",
                        "unknot.sms.token=secret",
                        "unknot.sms.from=+1",
                        "unknot.sms.webhook-url=https://x/y")
                .run(context -> assertThat(context.getBean(SmsSettings.class).toString())
                        .contains("api.twilio.com")
                        .doesNotContain("secret"));
    }

    @EnableConfigurationProperties(SmsSettings.class)
    static class Settings {}
}
