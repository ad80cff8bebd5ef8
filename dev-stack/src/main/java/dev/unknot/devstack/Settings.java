package dev.unknot.devstack;

import dev.unknot.devstack.PortPlan.Listener;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each service is told by environment variables, as it would be in production. */
record Settings(PortPlan ports, Servers servers, Secrets secrets, DevClock clock) {

    /** From the range reserved for fiction. */
    static final String SMS_LINE = "+12025550100";

    /** Whoever reads this may sign in; the demo listens on loopback only. */
    static final String DEMO_PASSWORD = "shoulders-down";

    static final String DEMO_OWNER = "owner@unknot.example";

    private static final String MAIL_FROM = "Unknot <visits@unknot.example>";

    /** Variables of this process that must not leak into a service. */
    static boolean isOurs(String variable) {
        return variable.startsWith("UNKNOT_") || variable.startsWith("SPRING_") || variable.startsWith("SERVER_");
    }

    /** Also what the gateway signs over, so both sides take it from here. */
    URI smsWebhook() {
        return URI.create(base(Service.NOTIFICATION) + "/api/v1/sms/inbound");
    }

    Map<String, String> environment(Service service) {
        String issuer = base(Service.FRONT_DESK);
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("UNKNOT_DEVELOPMENT", "true");
        variables.put("SPRING_DATASOURCE_URL", servers.jdbcUrl(service.database()));
        variables.put("SPRING_DATASOURCE_USERNAME", Databases.USER);
        variables.put("SPRING_DATASOURCE_PASSWORD", "");
        variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", servers.kafka().bootstrapServers());
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("UNKNOT_SECURITY_ISSUER", issuer);
        variables.put("UNKNOT_SECURITY_JWKS_URI", issuer + "/oauth2/jwks");
        variables.put("UNKNOT_CLOCK_MOVABLE", "true");
        variables.put("UNKNOT_CLOCK_OFFSET", clock.offset().toString());
        switch (service) {
            case FRONT_DESK -> {
                variables.put("UNKNOT_TOKENS_ISSUER", issuer);
                variables.put("UNKNOT_TOKENS_KEY_SECRET", secrets.tokenKeySecret());
                variables.put("UNKNOT_ACCOUNTS_FIRST_OWNER_EMAIL", DEMO_OWNER);
                variables.put("UNKNOT_ACCOUNTS_FIRST_OWNER_PASSWORD", DEMO_PASSWORD);
                variables.put("UNKNOT_LINKS_KEYS", linkKeys());
                variables.put("UNKNOT_LINKS_BASE_URL", issuer);
                variables.put("UNKNOT_SERVICES_BOOKING_URL", base(Service.BOOKING));
                variables.put("UNKNOT_SERVICES_THERAPIST_URL", base(Service.THERAPIST));
                variables.put("UNKNOT_SERVICES_NOTIFICATION_URL", base(Service.NOTIFICATION));
            }
            case NOTIFICATION -> {
                variables.put("SPRING_MAIL_HOST", "127.0.0.1");
                variables.put("SPRING_MAIL_PORT", Integer.toString(ports.of(Listener.SMTP)));
                variables.put("UNKNOT_EMAIL_FROM", MAIL_FROM);
                variables.put("UNKNOT_SMS_BASE_URL", "http://localhost:" + ports.of(Listener.PHONE));
                variables.put("UNKNOT_SMS_ACCOUNT", secrets.smsAccount());
                variables.put("UNKNOT_SMS_TOKEN", secrets.smsToken());
                variables.put("UNKNOT_SMS_FROM", SMS_LINE);
                variables.put("UNKNOT_LINKS_KEYS", linkKeys());
                variables.put("UNKNOT_LINKS_BASE_URL", issuer);
                variables.put("UNKNOT_SMS_WEBHOOK_URL", smsWebhook().toString());
            }
            // The mail server of development offers SMTPUTF8.
            case BOOKING -> variables.put("UNKNOT_CONTACTS_SMTPUTF8", "true");
            case THERAPIST -> {
                // Nothing of its own.
            }
        }
        return variables;
    }

    private String base(Service service) {
        return "http://localhost:" + ports.of(service);
    }

    private String linkKeys() {
        return "1:" + secrets.linkSecret();
    }

    @Override
    public String toString() {
        return "Settings[…]";
    }
}
