package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.event.Topics;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.Letterbox;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Records;
import dev.unknot.platform.test.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SendingTest extends SendingScenario {
    private static final Map<String, String> BOTH_SENT = Map.of("EMAIL", "SENT", "SMS", "SENT");

    @Autowired
    private TopicReader topics;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void setTheClockRight() {
        clock.offset(Duration.ZERO);
    }

    @Test
    void aBookingIsConfirmedByOneEmailAndOneSms() throws Exception {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();

        AppointmentId id = book(harbour, ada);

        assertThat(outcome(id)).isEqualTo(BOTH_SENT);
        assertThat(textsTo(ada)).hasSize(1);
        assertThat(textsTo(ada).getFirst())
                .startsWith("Harbour Massage: Swedish massage 60 min on ")
                .contains(" https://unknot.example/visit/")
                .endsWith("Reply STOP to opt out.");
        assertThat(mailsTo(ada)).hasSize(1);
        assertThat(Letterbox.text(mailsTo(ada).getFirst()))
                .contains("Hello Ada Byron")
                .contains("https://unknot.example/visit/")
                .contains("with Mira");
    }

    @Test
    void aClientWhoIsAnnouncedAfterTheBookingIsWaitedFor() {
        Harbour harbour = aKnownClinic();
        Person ada = somebody();
        AppointmentId id = book(harbour, ada);
        Probe.waitUntil("the messages are planned", () -> messages(id).size() == 2);

        others.announce(Harbour.client(ada.id(), ada.email(), ada.phone()), 1);

        assertThat(outcome(id)).isEqualTo(BOTH_SENT);
        assertThat(textsTo(ada)).hasSize(1);
        assertThat(mailsTo(ada)).hasSize(1);
    }

    @Test
    void whatSpeaksOfTheVisitBeforeItMovedIsNotSent() {
        Harbour harbour = aKnownClinic();
        Person ada = somebody();
        AppointmentId id = book(harbour, ada);
        Probe.waitUntil("the messages are planned", () -> messages(id).size() == 2);
        jdbc.sql("UPDATE visits SET revision = revision + 1 WHERE appointment_id = ?")
                .param(id.value())
                .update();

        others.announce(Harbour.client(ada.id(), ada.email(), ada.phone()), 1);

        assertThat(outcome(id)).isEqualTo(Map.of("EMAIL", "DROPPED superseded", "SMS", "DROPPED superseded"));
        assertThat(textsTo(ada)).isEmpty();
        assertThat(mailsTo(ada)).isEmpty();
    }

    @Test
    void aClinicThatIsAnnouncedAfterTheBookingIsWaitedFor() {
        Harbour harbour = Harbour.in("Europe/Berlin");
        Person ada = aKnownClient();
        AppointmentId id = book(harbour, ada);
        Probe.waitUntil("the messages are planned", () -> messages(id).size() == 2);

        others.announce(harbour);

        assertThat(outcome(id)).isEqualTo(BOTH_SENT);
    }

    @Test
    void theTextSaysTheTimeOnTheLocationsWall() throws Exception {
        Harbour kolkata = Harbour.in("Asia/Kolkata");
        others.announce(kolkata);
        Person ada = aKnownClient();
        LocalDate day = LocalDate.now(kolkata.zone()).plusDays(3);

        AppointmentId id = book(kolkata, ada, kolkata.at(day.atTime(10, 30)));

        assertThat(outcome(id)).isEqualTo(BOTH_SENT);
        assertThat(textsTo(ada).getFirst()).contains(on(day) + " at 10:30");
        assertThat(mailsTo(ada).getFirst().getSubject()).isEqualTo("Your massage on " + on(day) + " at 10:30");
    }

    @Test
    void theWallClockHoldsAcrossTheNextChangeOfTheClocks() {
        Harbour berlin = aKnownClinic();
        Person ada = aKnownClient();
        LocalDate changed = ZoneId.of("Europe/Berlin")
                .getRules()
                .nextTransition(Instant.now().plus(Duration.ofDays(2)))
                .getDateTimeBefore()
                .toLocalDate();

        AppointmentId before = book(berlin, ada, berlin.at(changed.minusDays(1).atTime(10, 0)));
        AppointmentId after = book(berlin, ada, berlin.at(changed.atTime(10, 0)));

        assertThat(outcome(before)).isEqualTo(BOTH_SENT);
        assertThat(outcome(after)).isEqualTo(BOTH_SENT);
        assertThat(textsTo(ada))
                .anyMatch(text -> text.contains(on(changed.minusDays(1)) + " at 10:00"))
                .anyMatch(text -> text.contains(on(changed) + " at 10:00"));
    }

    @Test
    void onlyTheFirstSmsNamesTheWayOut() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();

        assertThat(outcome(book(harbour, ada))).isEqualTo(BOTH_SENT);
        assertThat(outcome(book(harbour, ada, inTwoDays().plus(Duration.ofDays(1)))))
                .isEqualTo(BOTH_SENT);

        assertThat(textsTo(ada)).hasSize(2);
        assertThat(textsTo(ada).getFirst()).contains("STOP");
        assertThat(textsTo(ada).getLast()).doesNotContain("STOP");
    }

    @Test
    void aBookingAnnouncedTwiceIsConfirmedOnce() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        AppointmentId id = new AppointmentId(Ids.next());
        ConsumerRecord<String, byte[]> booked = Records.of(harbour.booked(id, ada.id(), inTwoDays()), 1);

        others.send(booked);
        others.send(booked);
        assertThat(outcome(id)).isEqualTo(BOTH_SENT);
        others.send(booked);
        others.announce(harbour.cancelled(id, ada.id(), inTwoDays()), 2);
        Probe.waitUntil("the cancellation is read", () -> status(id).equals("CANCELLED"));

        assertThat(messages(id)).isEqualTo(BOTH_SENT);
        assertThat(textsTo(ada)).filteredOn(text -> !text.contains("cancelled")).hasSize(1);
        assertThat(mailsTo(ada)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aBookingCalledOffBeforeAnythingWasSentIsNobodysNews() {
        Harbour harbour = aKnownClinic();
        Person ada = somebody();
        AppointmentId id = book(harbour, ada);
        others.announce(harbour.cancelled(id, ada.id(), inTwoDays()), 2);
        assertThat(outcome(id)).isEqualTo(Map.of("EMAIL", "DROPPED cancelled", "SMS", "DROPPED cancelled"));

        others.announce(Harbour.client(ada.id(), ada.email(), ada.phone()), 1);
        AppointmentId another = book(harbour, ada, inTwoDays().plus(Duration.ofDays(1)));

        assertThat(outcome(another)).isEqualTo(BOTH_SENT);
        assertThat(textsTo(ada)).hasSize(1);
        assertThat(mailsTo(ada)).hasSize(1);
    }

    @Test
    void nothingGoesOutOnceTheVisitHasBegun() {
        Person ada = aKnownClient();

        AppointmentId id = book(aKnownClinic(), ada, Instant.now().minus(Duration.ofMinutes(5)));

        assertThat(outcome(id)).isEqualTo(Map.of("EMAIL", "DROPPED expired", "SMS", "DROPPED expired"));
        assertThat(textsTo(ada)).isEmpty();
        assertThat(mailsTo(ada)).isEmpty();
    }

    @Test
    void aClientWithoutAPhoneGetsTheEmail() {
        Person ada = somebody();
        others.announce(new ClientSnapshot(ada.id(), "Ada Byron", ada.email(), null, "en"), 1);

        assertThat(outcome(book(aKnownClinic(), ada))).isEqualTo(Map.of("EMAIL", "SENT", "SMS", "DROPPED no-address"));
    }

    @Test
    void anErasedClientIsNotWrittenToAnyMore() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        assertThat(outcome(book(harbour, ada))).isEqualTo(BOTH_SENT);
        others.send(Records.erasure(Topics.CLIENTS, ada.id().value(), 2));
        Probe.waitUntil("the contact is gone", () -> !contactExists(ada.id()));

        AppointmentId id = book(harbour, ada, inTwoDays().plus(Duration.ofDays(1)));

        assertThat(outcome(id)).isEqualTo(Map.of("EMAIL", "DROPPED erased", "SMS", "DROPPED erased"));
        assertThat(textsTo(ada)).hasSize(1);
        assertThat(mailsTo(ada)).hasSize(1);
    }

    @Test
    void whatBecameOfEachMessageIsAnnouncedAndNamesNobody() {
        Person ada = somebody();
        others.announce(new ClientSnapshot(ada.id(), "Ada Byron", ada.email(), null, "en"), 1);
        AppointmentId id = book(aKnownClinic(), ada);
        assertThat(outcome(id)).hasSize(2);

        List<String> announced = Probe.eventually("both outcomes are announced", () -> {
            List<String> found = topics.read(Topics.MESSAGES).stream()
                    .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .filter(data -> data.contains(id.toString()))
                    .toList();
            return found.size() == 2 ? Optional.of(found) : Optional.empty();
        });

        assertThat(announced)
                .anyMatch(data -> data.contains("no-address"))
                .anyMatch(data -> data.contains("sentAt"))
                .noneMatch(data -> data.contains("Ada") || data.contains(ada.email()) || data.contains("Swedish"));
    }

    private String status(AppointmentId id) {
        return jdbc.sql("SELECT status FROM visits WHERE appointment_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private boolean contactExists(ClientId id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM contacts WHERE client_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private static String on(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE, d MMM", Locale.ENGLISH).format(day);
    }
}
