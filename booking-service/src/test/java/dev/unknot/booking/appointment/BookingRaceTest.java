package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.BookingServiceApplication;
import dev.unknot.booking.availability.Availability;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class BookingRaceTest extends MoveRaces {

    @Autowired
    private Availability availability;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @Test
    void asManyAsThereAreTherapistsAndRoomsAllGetOne() {
        clinic().withRoom(5).withRoom(6);
        for (int i = 0; i < 11; i++) {
            clinic().therapist();
        }

        List<Answer> answers =
                race(12, i -> clinic().hourOf(treatment(), clients().get(i), null, clinic().at(10, 0)));

        assertThat(winners(answers)).hasSize(12);
    }

    /** In two application contexts on one database; the second hears of the first's bookings by Kafka. */
    @Test
    void ofFiveHundredPairsContendedFromTwoInstancesNobodyIsRefusedWhileARoomIsFree() {
        int pairs = 500;
        Clinic clinic = new Clinic(owner(), availability).withRooms(pairs);
        List<ClientId> clients = written(pairs + 1);
        List<TherapistSnapshot> therapists = IntStream.rangeClosed(0, pairs)
                .mapToObj(i -> clinic.therapistSnapshot(new TherapistId(UUID.randomUUID())))
                .toList();
        try (ConfigurableApplicationContext second = secondInstance()) {
            Availability theirs = second.getBean(Availability.class);
            Probe.waitUntil("the second instance is complete", theirs::complete);
            theirs.learn(clinic.snapshot(), pairs);
            therapists.forEach(therapist -> availability.learn(therapist, 1));
            therapists.forEach(therapist -> theirs.learn(therapist, 1));
            Http other = Http.at(second.getEnvironment().getRequiredProperty("local.server.port", Integer.class))
                    .as(Tokens.owner());
            List<BookAppointment> wishes = IntStream.rangeClosed(0, pairs)
                    .mapToObj(i -> clinic.hourOf(
                            treatment(), clients.get(i), therapists.get(i).id(), clinic.at(10, 0)))
                    .toList();

            // No more at once than both have connections: who waits for one is not refused, but the test would measure
            // it.
            List<List<Answer>> answers = Race.of(
                    40,
                    caller -> () -> IntStream.range(0, pairs)
                            .filter(i -> i % 40 == caller)
                            .mapToObj(i -> Race.answered(() -> (caller % 2 == 0 ? owner() : other)
                                    .post("/api/v1/appointments", wishes.get(i), "Idempotency-Key", "pair-" + i)))
                            .toList());

            assertThat(winners(answers.stream().flatMap(List::stream).toList())).hasSize(pairs);
            assertThat(book(wishes.getLast()).code()).as("when no room is left").isEqualTo("slot-taken");
        }
    }

    private List<ClientId> written(int clients) {
        return jdbc.sql("""
                INSERT INTO clients (id, version, name, email, language)
                SELECT gen_random_uuid(), 1, 'Ada Lind', 'ada' || number || '@example.org', 'de'
                FROM generate_series(1, ?) AS number RETURNING id
                """).param(clients).query(UUID.class).list().stream()
                .map(ClientId::new)
                .toList();
    }

    private ConfigurableApplicationContext secondInstance() {
        String[] same = Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "spring.kafka.bootstrap-servers",
                        "unknot.topic-prefix",
                        "unknot.development",
                        "unknot.security.jwks-uri",
                        "unknot.security.issuer")
                .map(name -> "--" + name + "=" + environment.getRequiredProperty(name))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(BookingServiceApplication.class)
                .properties("server.port=0")
                .run(same);
    }
}
