package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.location.LocationId;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@TestPropertySource(
        properties = {"unknot.messages.longest-lag=3s", "unknot.messages.look=50ms", "unknot.messages.replan=50ms"})
class ReplanningTest extends SendingScenario {
    private static final Duration LONGEST_LAG = Duration.ofSeconds(3);

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void messagesGoOutWhilePlanningAnewTakesItsTime() {
        Harbour slow = aKnownClinic();
        AppointmentId visit = book(slow, aKnownClient());
        outcome(visit);
        Harbour harbour = aKnownClinic();
        Person ben = aKnownClient();

        TransactionTemplate aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        new TransactionTemplate(transactions).executeWithoutResult(held -> {
            jdbc.sql("SELECT 1 FROM visits WHERE appointment_id = ? FOR UPDATE")
                    .param(visit.value())
                    .query(Integer.class)
                    .single();
            aside.executeWithoutResult(committed -> planAnew(slow.location()));
            Probe.waitUntil("planning anew waits for the visit", this::someoneWaitsForALock);
            long blocked = System.nanoTime();

            // For longer than the gate stays open when nobody looks.
            for (Person client = ben;
                    System.nanoTime() - blocked < 2 * LONGEST_LAG.toNanos();
                    client = aKnownClient()) {
                book(harbour, client);
                String phone = client.phone();
                Probe.waitUntil("it goes out", () -> twilio.textsTo(phone).size() == 1);
            }
            assertThat(someoneWaitsForALock()).as("planning anew waits still").isTrue();
        });

        Probe.waitUntil("planning anew has come to its end", () -> !waitsToBePlanned(slow.location()));
    }

    @Test
    void aLocationThatCannotBePlannedIsSetAsideAndTheOthersArePlanned() {
        Harbour harbour = aKnownClinic();
        AppointmentId visit = book(harbour, aKnownClient());
        outcome(visit);
        LocationId broken = new LocationId(new UUID(0, 1));
        aVisitNobodyCanPlan(broken);

        planAnew(broken);
        remindADayBefore(harbour);
        planAnew(harbour.location());

        Probe.waitUntil("the visit has a reminder", () -> reminders(visit) == 1);
        Probe.waitUntil("the other location is set aside", () -> failures(broken) > 0);
        assertThat(waitsToBePlanned(broken)).isTrue();

        mend(broken);
        jdbc.sql("UPDATE replans SET not_before = ? WHERE location_id = ?")
                .params(Instant.now().atOffset(UTC), broken.value())
                .update();
        Probe.waitUntil("it is planned once it can be", () -> !waitsToBePlanned(broken));
    }

    @Test
    void aVisitThatCannotBePlannedHoldsUpNoOtherOfItsLocation() {
        Harbour harbour = aKnownClinic();
        aVisitNobodyCanPlan(harbour.location());
        AppointmentId later = book(harbour, aKnownClient());
        outcome(later);

        remindADayBefore(harbour);
        planAnew(harbour.location());

        Probe.waitUntil("the later visit has a reminder", () -> reminders(later) == 1);
        Probe.waitUntil("the location is gone through again", () -> failures(harbour.location()) > 0);

        mend(harbour.location());
        jdbc.sql("UPDATE replans SET not_before = ? WHERE location_id = ?")
                .params(Instant.now().atOffset(UTC), harbour.location().value())
                .update();
        Probe.waitUntil("it is done once all can be planned", () -> !waitsToBePlanned(harbour.location()));
    }

    private void aVisitNobodyCanPlan(LocationId location) {
        jdbc.sql("""
                        INSERT INTO visits (appointment_id, status, revision, starts, zone, location_id, treatment_id, minutes)
                        VALUES (?, 'BOOKED', 1, ?, 'Mars/Olympus', ?, ?, 60)
                        """)
                .params(Ids.next(), inTwoDays().atOffset(UTC), location.value(), Ids.next())
                .update();
    }

    private void mend(LocationId location) {
        jdbc.sql("UPDATE visits SET zone = 'Europe/Berlin' WHERE location_id = ?")
                .param(location.value())
                .update();
    }

    private void planAnew(LocationId location) {
        jdbc.sql("INSERT INTO replans (location_id, after) VALUES (?, ?)")
                .params(location.value(), new UUID(0, 0))
                .update();
    }

    private void remindADayBefore(Harbour harbour) {
        jdbc.sql("UPDATE message_policies SET first_reminder_minutes = 1440 WHERE location_id = ?")
                .param(harbour.location().value())
                .update();
    }

    private int reminders(AppointmentId id) {
        return jdbc.sql("SELECT count(*) FROM messages WHERE appointment_id = ? AND kind LIKE '%REMINDER'")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private int failures(LocationId location) {
        return jdbc.sql("SELECT coalesce(max(failures), 0) FROM replans WHERE location_id = ?")
                .param(location.value())
                .query(Integer.class)
                .single();
    }

    private boolean waitsToBePlanned(LocationId location) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM replans WHERE location_id = ?)")
                .param(location.value())
                .query(Boolean.class)
                .single();
    }

    private boolean someoneWaitsForALock() {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM pg_stat_activity
                                       WHERE datname = current_database() AND wait_event_type = 'Lock')
                        """).query(Boolean.class).single();
    }
}
