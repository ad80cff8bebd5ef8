package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.Commitment;
import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.test.Crashes;
import dev.unknot.platform.test.CrashingDataSource;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.transaction.Attempts;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay is off, so that what was announced can be counted where it waits. */
@ServiceTest(properties = "unknot.outbox.relay=false")
@Import(Crashes.class)
class BookingCrashTest {

    private static final Caller OWNER = new Caller("1", Role.OWNER, LocationScope.everywhere(), null);

    @LocalServerPort
    private int port;

    @Autowired
    private AppointmentBook book;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Availability availability;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aBookingThatCrashesAtAnyStepIsThereWholeOrNotAtAll() {
        Clinic clinic = new Clinic(Http.at(port).as(Tokens.owner()), availability).withRoom(1);
        TreatmentId treatment = clinic.treatment();
        TherapistId mira = clinic.therapist();
        ClientId ada = clinic.client();
        int crashes = 0;

        for (int step = 1; step == 1 || crashes == step - 1; step++) {
            BookAppointment wish = clinic.hourOf(treatment, ada, mira, clinic.at(10, 0));
            if (crashes(wish, step)) {
                crashes++;
            }
            assertThat(traces())
                    .as("after a crash at step " + step)
                    .isIn(List.of(0L, 0L, 0L, 0L), List.of(1L, 3L, 1L, 1L));

            bookAgain(wish);
            assertThat(traces()).as("and booked again").containsExactly(1L, 3L, 1L, 1L);
            forgetAppointments();
        }

        assertThat(crashes).as("steps of a booking").isGreaterThan(10);
    }

    private boolean crashes(BookAppointment wish, int step) {
        CrashingDataSource crashing = (CrashingDataSource) dataSource;
        crashing.crashAt(step);
        try {
            var unused = attempts.run(book.booking(wish, OWNER));
        } catch (RuntimeException crash) {
            assertThat(crash).hasStackTraceContaining("planned crash");
        }
        return crashing.recover();
    }

    /** Taken is right too: then the crash came after the commit. */
    private void bookAgain(BookAppointment wish) {
        try {
            var unused = attempts.run(book.booking(wish, OWNER));
        } catch (Rejection taken) {
            assertThat(taken.code()).isEqualTo("slot-taken");
        }
    }

    private List<Long> traces() {
        return List.of(
                count("appointments"),
                count("claims"),
                count("appointment_history"),
                count("outbox WHERE topic LIKE '%appointments'"));
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private void forgetAppointments() {
        jdbc.sql("SELECT id FROM appointments")
                .query(UUID.class)
                .list()
                .forEach(id -> availability.learn(Commitment.none(id, Long.MAX_VALUE)));
        jdbc.sql("TRUNCATE appointments, appointment_participants, appointment_waivers, cancellations, claims,"
                        + " appointment_history CASCADE")
                .update();
        jdbc.sql("DELETE FROM outbox WHERE topic LIKE '%appointments'").update();
    }
}
