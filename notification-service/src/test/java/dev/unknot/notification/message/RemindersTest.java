package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentCheckedIn;
import dev.unknot.common.appointment.AppointmentConfirmed;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentUndone;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clock is moved over the times at which reminders are due; each test's visits are at noon on days of its own. */
class RemindersTest extends SendingScenario {
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private MovableClock clock;

    @Autowired
    private Dispatcher dispatcher;

    private Harbour harbour;
    private Person ada;
    private Instant noon;

    @BeforeEach
    void aClinicWithTheUsualPolicy() {
        harbour = Harbour.in("Europe/Berlin");
        others.announce(harbour);
        ada = aKnownClient();
        noon = harbour.at(LocalDate.now(harbour.zone()).plusDays(5).atTime(12, 0));
    }

    @AfterEach
    void setTheClockRight() {
        if (!dispatcher.isRunning()) {
            dispatcher.start();
        }
        clock.offset(Duration.ZERO);
    }

    @Test
    void aVisitIsRemindedOfADayAndTwoHoursBeforeOnceEach() {
        AppointmentId id = confirmed(book(harbour, ada, noon));

        clock.set(noon.minus(DAY).minusSeconds(60));
        sentinel();
        assertThat(outcomes(id, "REMINDER")).containsExactly("FIRST_REMINDER 1 PLANNED", "LAST_REMINDER 1 PLANNED");

        clock.set(noon.minus(DAY));
        awaitOutcomes(id, "REMINDER", "FIRST_REMINDER 1 SENT", "LAST_REMINDER 1 PLANNED");
        clock.set(noon.minus(Duration.ofHours(2)));
        awaitOutcomes(id, "REMINDER", "FIRST_REMINDER 1 SENT", "LAST_REMINDER 1 SENT");
        clock.set(noon);
        sentinel();

        assertThat(textsTo(ada)).hasSize(3);
        assertThat(textsTo(ada).get(1)).contains("see you on", "at 12:00", "Reply C to confirm");
        assertThat(textsTo(ada).getLast()).contains("see you soon", "at 12:00", "Reply C to confirm");
        assertThat(mailsTo(ada)).hasSize(1);
    }

    @Test
    void whoHasConfirmedIsRemindedWithoutBeingAskedAndInTheirLanguage() {
        others.announce(new ClientSnapshot(ada.id(), "Ada Byron", ada.email(), ada.phone(), "de-AT"), 2);
        Probe.waitUntil("the language is known", () -> language(ada).equals("de-AT"));
        AppointmentId id = confirmed(book(harbour, ada, noon));
        others.announce(
                new AppointmentConfirmed(
                        harbour.appointment(id, ada.id(), noon, AppointmentStatus.CONFIRMED), Set.of("status")),
                2);
        Probe.waitUntil("the visit is confirmed", () -> status(id).equals("CONFIRMED"));

        clock.set(noon.minus(DAY));
        awaitOutcomes(id, "REMINDER", "FIRST_REMINDER 1 SENT", "LAST_REMINDER 1 PLANNED");

        assertThat(textsTo(ada)).hasSize(2);
        assertThat(textsTo(ada).getLast()).contains("12:00", "?lang=de").doesNotContain("C antworten");
    }

    @Test
    void aMovedVisitIsRemindedOfAtItsNewTimeOnly() {
        AppointmentId id = confirmed(book(harbour, ada, noon));
        Instant later = noon.plus(DAY).plus(Duration.ofHours(3));

        others.announce(harbour.moved(id, ada.id(), later, 2), 2);
        awaitOutcomes(id, "CHANGE", "CHANGE 2 SENT", "CHANGE 2 SENT");
        assertThat(outcomes(id, "REMINDER"))
                .containsExactly(
                        "FIRST_REMINDER 1 DROPPED superseded",
                        "FIRST_REMINDER 2 PLANNED",
                        "LAST_REMINDER 1 DROPPED superseded",
                        "LAST_REMINDER 2 PLANNED");
        clock.set(noon.minus(Duration.ofHours(1)));
        sentinel();
        assertThat(textsTo(ada)).hasSize(2);
        assertThat(textsTo(ada).getLast()).contains("15:00", "instead of", "12:00");

        clock.set(later.minus(DAY));
        Probe.waitUntil("the first reminder went out", () -> textsTo(ada).size() == 3);
        clock.set(later.minus(Duration.ofHours(2)));
        Probe.waitUntil("the last reminder went out", () -> textsTo(ada).size() == 4);
        clock.set(later);
        sentinel();

        assertThat(textsTo(ada)).hasSize(4);
        assertThat(textsTo(ada).subList(2, 4))
                .allSatisfy(text -> assertThat(text).contains("at 15:00"));
    }

    @Test
    void aCancelledVisitIsCalledOffOnceAndThenSilent() {
        AppointmentId id = confirmed(book(harbour, ada, noon));

        others.announce(harbour.cancelled(id, ada.id(), noon), 2);
        awaitOutcomes(id, "CANCELLATION", "CANCELLATION 1 SENT", "CANCELLATION 1 SENT");
        clock.set(noon.minus(Duration.ofHours(23)));
        sentinel();
        clock.set(noon.plus(DAY));
        sentinel();

        assertThat(textsTo(ada)).hasSize(2);
        assertThat(textsTo(ada).getLast()).contains("is cancelled");
        assertThat(mailsTo(ada)).hasSize(2);
    }

    @Test
    void aCancellationTakenBackIsToldAgain() {
        AppointmentId id = confirmed(book(harbour, ada, noon));
        others.announce(harbour.cancelled(id, ada.id(), noon), 2);
        awaitOutcomes(id, "CANCELLATION", "CANCELLATION 1 SENT", "CANCELLATION 1 SENT");

        others.announce(
                new AppointmentUndone(
                        harbour.appointment(id, ada.id(), noon, AppointmentStatus.BOOKED, 2),
                        Set.of("status", "revision")),
                3);

        awaitOutcomes(
                id,
                "CONFIRMATION",
                "CONFIRMATION 1 SENT",
                "CONFIRMATION 1 SENT",
                "CONFIRMATION 2 SENT",
                "CONFIRMATION 2 SENT");
        clock.set(noon.minus(DAY));
        Probe.waitUntil("the first reminder went out", () -> textsTo(ada).size() == 4);
    }

    @Test
    void whoIsAlreadyHereIsNotReminded() {
        AppointmentId id = confirmed(book(harbour, ada, noon));

        others.announce(
                new AppointmentCheckedIn(
                        harbour.appointment(id, ada.id(), noon, AppointmentStatus.CHECKED_IN), Set.of("status")),
                2);

        awaitOutcomes(id, "REMINDER", "FIRST_REMINDER 1 DROPPED started", "LAST_REMINDER 1 DROPPED started");
    }

    @Test
    void afterThreeHoursAwayEachReminderStillUsefulGoesOutOnceAndTheRestIsDropped() {
        AppointmentId soon = confirmed(book(harbour, ada, noon));
        Person ben = aKnownClient();
        AppointmentId tomorrow = confirmed(book(harbour, ben, noon.plus(DAY)));
        Person eve = aKnownClient();
        AppointmentId begun = confirmed(book(harbour, eve, noon.minus(Duration.ofMinutes(30))));
        clock.set(noon.minus(Duration.ofMinutes(190)));
        awaitOutcomes(soon, "REMINDER", "FIRST_REMINDER 1 SENT", "LAST_REMINDER 1 PLANNED");
        awaitOutcomes(begun, "REMINDER", "FIRST_REMINDER 1 SENT", "LAST_REMINDER 1 PLANNED");

        dispatcher.stop();
        clock.set(noon.minus(Duration.ofMinutes(10)));
        dispatcher.start();

        awaitOutcomes(soon, "REMINDER", "FIRST_REMINDER 1 SENT", "LAST_REMINDER 1 SENT");
        awaitOutcomes(begun, "REMINDER", "FIRST_REMINDER 1 SENT", "LAST_REMINDER 1 DROPPED expired");
        clock.set(noon);
        awaitOutcomes(tomorrow, "REMINDER", "FIRST_REMINDER 1 SENT", "LAST_REMINDER 1 PLANNED");
        assertThat(textsTo(ada)).hasSize(3);
        assertThat(textsTo(ben)).hasSize(2);
        assertThat(textsTo(eve)).hasSize(2);
    }

    @Test
    void aReminderKeptIntoTheNightWaitsForTheMorning() {
        LocalDate day = noon.atZone(harbour.zone()).toLocalDate();
        AppointmentId id = confirmed(book(harbour, ada, harbour.at(day.atTime(8, 30))));
        clock.set(harbour.at(day.minusDays(1).atTime(10, 0)));
        awaitOutcomes(id, "REMINDER", "FIRST_REMINDER 1 SENT", "LAST_REMINDER 1 PLANNED");

        dispatcher.stop();
        clock.set(harbour.at(day.minusDays(1).atTime(22, 30)));
        dispatcher.start();

        Instant eight = harbour.at(day.atTime(8, 0));
        Probe.waitUntil(
                "it is looked at again when the night is over",
                () -> nextLook(id, "LAST_REMINDER").equals(eight));
        assertThat(textsTo(ada)).hasSize(2);
        clock.set(eight);
        awaitOutcomes(id, "REMINDER", "FIRST_REMINDER 1 SENT", "LAST_REMINDER 1 SENT");
    }

    @Test
    void whoseNumberIsGoneIsRemindedByEmail() {
        AppointmentId id = confirmed(book(harbour, ada, noon));
        others.announce(new ClientSnapshot(ada.id(), "Ada Byron", ada.email(), null, "en"), 2);
        Probe.waitUntil("the number is gone", () -> phone(ada) == 0);

        clock.set(noon.minus(DAY));

        awaitOutcomes(
                id,
                "REMINDER",
                "FIRST_REMINDER 1 DROPPED no-address",
                "FIRST_REMINDER 1 SENT",
                "LAST_REMINDER 1 PLANNED");
        assertThat(mailsTo(ada)).hasSize(2);
    }

    private AppointmentId confirmed(AppointmentId id) {
        outcome(id);
        return id;
    }

    /** Another visit's message, planned after what must not go out: once it arrived, that would have, too. */
    private void sentinel() {
        Person other = aKnownClient();
        book(aKnownClinic(), other, clock.instant().plus(Duration.ofMinutes(50)));
        Probe.waitUntil("the sentinel arrived", () -> textsTo(other).size() == 1);
    }

    private void awaitOutcomes(AppointmentId id, String kind, String... expected) {
        Probe.waitUntil(
                "%s became %s".formatted(id, List.of(expected)),
                () -> outcomes(id, kind).equals(List.of(expected)));
    }

    private List<String> outcomes(AppointmentId id, String kind) {
        return jdbc.sql("""
                        SELECT concat_ws(' ', kind, revision, state, reason) FROM messages
                        WHERE appointment_id = ? AND kind LIKE '%' || ? ORDER BY 1
                        """).params(id.value(), kind).query(String.class).list();
    }

    private Instant nextLook(AppointmentId id, String kind) {
        return jdbc.sql("SELECT next_attempt FROM messages WHERE appointment_id = ? AND kind = ?")
                .params(id.value(), kind)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private String language(Person person) {
        return jdbc.sql("SELECT coalesce(max(language), '') FROM contacts WHERE client_id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    private String status(AppointmentId id) {
        return jdbc.sql("SELECT status FROM visits WHERE appointment_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private int phone(Person person) {
        return jdbc.sql("SELECT count(phone) FROM contacts WHERE client_id = ?")
                .param(person.id().value())
                .query(Integer.class)
                .single();
    }
}
