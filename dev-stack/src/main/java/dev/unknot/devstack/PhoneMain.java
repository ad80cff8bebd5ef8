package dev.unknot.devstack;

import dev.unknot.devstack.phone.Phone;
import dev.unknot.devstack.phone.PhoneSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The phones and mailboxes as a process of their own, for {@code docker compose}; set up as notification-service is. */
final class PhoneMain {

    private PhoneMain() {}

    public static void main(String[] args) {
        Map<String, String> variables = System.getenv();
        Path directory = Path.of(required(variables, "UNKNOT_PHONE_DIRECTORY"));
        DevClock clock = new DevClock(directory);
        Phone phone = Phone.start(
                new PhoneSettings(
                        "0.0.0.0",
                        Integer.parseInt(required(variables, "SERVER_PORT")),
                        Integer.parseInt(required(variables, "SPRING_MAIL_PORT")),
                        directory,
                        required(variables, "UNKNOT_SMS_ACCOUNT"),
                        required(variables, "UNKNOT_SMS_TOKEN"),
                        required(variables, "UNKNOT_SMS_FROM"),
                        URI.create(required(variables, "UNKNOT_SMS_WEBHOOK_URL"))),
                clock,
                clock::offset);
        Runtime.getRuntime().addShutdownHook(new Thread(phone::close, "phone-end"));
    }

    private static String required(Map<String, String> variables, String name) {
        return Objects.requireNonNull(variables.get(name), () -> name + " is not set");
    }
}
