package dev.unknot.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service between the other services' topics, a real SMTP server and a stand-in SMS gateway. */
@ServiceTest(
        properties = {
            "unknot.messages.poll=50ms",
            "unknot.messages.look=100ms",
            // A call is given up on after half of it: only where a test is about that.
            "unknot.messages.lease=1m",
            "unknot.messages.mail-lease=1m",
            "unknot.sms.read-timeout=30s",
            // Never, unless a test is about it: a gateway that fails one test's number is not to be left alone by all.
            "unknot.gateways.calls=1000",
            "unknot.messages.first-retry=50ms",
            "unknot.messages.shortest-wait=50ms"
        })
public abstract class SendingScenario {
    /** A client and their two addresses, which no other test uses. */
    public record Person(ClientId id, String email, String phone) {}

    protected static final TwilioStandIn twilio = new TwilioStandIn();
    private static final GreenMail smtp = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
    private static final AtomicLong people = new AtomicLong(4915_100_000_000L);

    static {
        twilio.start();
        smtp.start();
    }

    @Autowired
    protected JdbcClient jdbc;

    @Value("${spring.kafka.bootstrap-servers}")
    private String bootstrapServers;

    @Value("${unknot.topic-prefix}")
    private String prefix;

    protected Announcer others;

    @DynamicPropertySource
    static void gateways(DynamicPropertyRegistry registry) {
        registry.add("unknot.sms.base-url", twilio::baseUrl);
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> smtp.getSmtp().getPort());
    }

    @BeforeEach
    void connect() {
        others = new Announcer(bootstrapServers, prefix);
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    protected static Person somebody() {
        long number = people.incrementAndGet();
        return new Person(new ClientId(Ids.next()), "client" + number + "@example.org", "+" + number);
    }

    protected Person aKnownClient() {
        Person person = somebody();
        others.announce(Harbour.client(person.id(), person.email(), person.phone()), 1);
        return person;
    }

    /** One that reminds nobody, so that what goes out is news. */
    protected Harbour aKnownClinic() {
        Harbour harbour = Harbour.in("Europe/Berlin");
        remindNobody(harbour);
        others.announce(harbour);
        return harbour;
    }

    protected void remindNobody(Harbour harbour) {
        jdbc.sql("""
                        INSERT INTO message_policies (location_id, version, quiet_from, quiet_until)
                        VALUES (?, 1, '21:00', '08:00')
                        """).param(harbour.location().value()).update();
    }

    protected AppointmentId book(Harbour harbour, Person person) {
        return book(harbour, person, inTwoDays());
    }

    protected AppointmentId book(Harbour harbour, Person person, Instant start) {
        AppointmentId id = new AppointmentId(Ids.next());
        others.announce(harbour.booked(id, person.id(), start), 1);
        return id;
    }

    protected static Instant inTwoDays() {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(2));
    }

    /** Waits until nothing is left to do for the appointment and answers what became of each channel's confirmation. */
    protected Map<String, String> outcome(AppointmentId id) {
        Probe.waitUntil(
                "both confirmations of " + id + " are settled",
                () -> messages(id).values().stream()
                                .filter(state -> !state.equals("PLANNED") && !state.equals("SENDING"))
                                .count()
                        == 2);
        return messages(id);
    }

    /** State and reason of the confirmations by channel. */
    protected Map<String, String> messages(AppointmentId id) {
        return jdbc.sql("""
                        SELECT channel, concat_ws(' ', state, reason) AS outcome FROM messages
                        WHERE appointment_id = ? AND kind = 'CONFIRMATION'
                        """).param(id.value()).query().listOfRows().stream()
                .collect(Collectors.toMap(row -> (String) row.get("channel"), row -> (String) row.get("outcome")));
    }

    protected static List<MimeMessage> mailsTo(Person person) {
        return Arrays.stream(smtp.getReceivedMessages())
                .filter(mail -> isTo(mail, person.email()))
                .toList();
    }

    protected static List<String> textsTo(Person person) {
        return twilio.textsTo(person.phone());
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
