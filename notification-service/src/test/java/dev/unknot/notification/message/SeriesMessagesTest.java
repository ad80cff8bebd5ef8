package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentCancelled;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentRescheduled;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.series.SeriesId;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.Letterbox;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Probe;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mira's regular comes every week at ten; Europe/Berlin, twelve visits. */
class SeriesMessagesTest extends SendingScenario {
    private static final int VISITS = 12;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Dispatcher dispatcher;

    @Autowired
    private DataSource dataSource;

    private final SeriesId series = new SeriesId(Ids.next());
    private final List<AppointmentId> visits = new ArrayList<>();
    private Harbour harbour;
    private Person ada;
    private LocalDate first;

    @BeforeEach
    void aSeriesIsAgreedOn() {
        harbour = aKnownClinic();
        ada = aKnownClient();
        first = LocalDate.now(harbour.zone()).plusDays(10);
        Stream.generate(() -> new AppointmentId(Ids.next())).limit(VISITS).forEach(visits::add);
        dispatcher.stop();
        for (int i = 0; i < VISITS; i++) {
            others.announce(new AppointmentBooked(visit(i, AppointmentStatus.BOOKED, ten(i), 1), Set.of("status")), 1);
        }
        awaitAll("CONFIRMATION");
    }

    @AfterEach
    void setTheClockRight() {
        if (!dispatcher.isRunning()) {
            dispatcher.start();
        }
        clock.offset(Duration.ZERO);
    }

    @Test
    void aSeriesIsBookedInOneMailAndOneSms() throws Exception {
        assertThat(textsTo(ada))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("Harbour Massage: 12 appointments")
                        .contains(on(first), "10:00", "then every")
                        .contains("https://unknot.example/visit/"));
        assertThat(mailsTo(ada)).hasSize(1);
        String mail = Letterbox.text(mailsTo(ada).getFirst());
        for (int i = 0; i < VISITS; i++) {
            assertThat(mail).contains(dayOf(i));
        }
        assertThat(calendarOf(mailsTo(ada).getFirst()))
                .containsAll(visits.stream().map(id -> "UID:" + id).toList())
                .filteredOn(line -> line.startsWith("SEQUENCE:"))
                .hasSize(VISITS)
                .containsOnly("SEQUENCE:1");
    }

    @Test
    void aSeriesThatMovesIsToldOfOnceWithWhatWas() throws Exception {
        dispatcher.stop();
        for (int i = 0; i < VISITS; i++) {
            others.announce(
                    new AppointmentRescheduled(
                            visit(i, AppointmentStatus.BOOKED, ten(i).plus(Duration.ofHours(2)), 2), Set.of("start")),
                    2);
        }
        awaitAll("CHANGE");

        assertThat(textsTo(ada)).hasSize(2);
        assertThat(textsTo(ada).getLast()).contains("12 appointments changed", "12:00");
        assertThat(mailsTo(ada)).hasSize(2);
        assertThat(Letterbox.text(mailsTo(ada).getLast()))
                .contains(dayOf(0), dayOf(VISITS - 1), "12:00", "(instead of ");
    }

    /** As a dispatcher does that is just leasing it. */
    @Test
    void aVisitWhoseMessageSomebodyHoldsForAMomentIsToldOfWithTheOthers() throws Exception {
        dispatcher.stop();
        for (int i = 0; i < VISITS; i++) {
            others.announce(
                    new AppointmentRescheduled(
                            visit(i, AppointmentStatus.BOOKED, ten(i).plus(Duration.ofHours(2)), 2), Set.of("start")),
                    2);
        }
        Probe.waitUntil("all are planned", () -> count("CHANGE", "PLANNED") == 2 * VISITS);
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            hold(other, visits.get(5));
            clock.moveBy(Duration.ofSeconds(15));
            dispatcher.start();
            Probe.waitUntil("one was about to go out", () -> lookedAtTwiceOrSent("CHANGE"));
            other.rollback();
        }
        Probe.waitUntil("all are sent", () -> count("CHANGE", "SENT") == 2 * VISITS);

        assertThat(textsTo(ada)).hasSize(2);
        assertThat(textsTo(ada).getLast()).contains("12 appointments changed", "12:00");
        assertThat(mailsTo(ada)).hasSize(2);
    }

    private void hold(Connection other, AppointmentId visit) throws SQLException {
        try (PreparedStatement row = other.prepareStatement(
                "SELECT id FROM messages WHERE appointment_id = ? AND kind = 'CHANGE' ORDER BY id FOR UPDATE")) {
            row.setObject(1, visit.value());
            row.executeQuery().close();
        }
    }

    private boolean lookedAtTwiceOrSent(String kind) {
        return jdbc.sql("""
                        SELECT count(DISTINCT channel) = 2 FROM messages
                        WHERE client_id = ? AND kind = ? AND (state = 'SENT' OR claim > 1 AND part_of IS NULL)
                        """).params(ada.id().value(), kind).query(Boolean.class).single();
    }

    @Test
    void aSeriesThatEndsIsCalledOffOnceFromThereOn() throws Exception {
        dispatcher.stop();
        for (int i = 6; i < VISITS; i++) {
            others.announce(
                    new AppointmentCancelled(visit(i, AppointmentStatus.CANCELLED, ten(i), 1), Set.of("status")), 2);
        }
        awaitAll("CANCELLATION", 12);

        assertThat(textsTo(ada)).hasSize(2);
        assertThat(textsTo(ada).getLast()).contains("6 appointments", "cancelled", on(first.plusWeeks(6)));
        assertThat(mailsTo(ada)).hasSize(2);
        assertThat(Letterbox.text(mailsTo(ada).getLast()))
                .contains(dayOf(6), dayOf(11))
                .doesNotContain(dayOf(5));
        assertThat(calendarOf(mailsTo(ada).getLast()))
                .containsAll(visits.stream().skip(6).map(id -> "UID:" + id).toList())
                .doesNotContain("UID:" + visits.get(5), "STATUS:CONFIRMED")
                .contains("STATUS:CANCELLED", "DESCRIPTION:This visit is cancelled. Questions: +4940123456");
    }

    @Test
    void oneVisitOfItThatMovesIsToldOfAsOne() {
        others.announce(
                new AppointmentRescheduled(
                        visit(3, AppointmentStatus.BOOKED, ten(3).plus(Duration.ofHours(1)), 2), Set.of("start")),
                2);
        awaitAll("CHANGE", 2);

        assertThat(textsTo(ada)).hasSize(2);
        assertThat(textsTo(ada).getLast())
                .contains(on(first.plusWeeks(3)), "11:00 instead of 10:00")
                .doesNotContain("appointments");
        assertThat(calendarOf(mailsTo(ada).getLast()))
                .contains("UID:" + visits.get(3), "SEQUENCE:2")
                .doesNotContain("UID:" + visits.get(4));
    }

    private void awaitAll(String kind) {
        awaitAll(kind, 2 * VISITS);
    }

    /** The news waits ten seconds for the last visit; a stopped dispatcher waits for it however long it takes. */
    private void awaitAll(String kind, int messages) {
        Probe.waitUntil("all " + kind + " are planned", () -> count(kind, "%") == messages);
        clock.moveBy(Duration.ofSeconds(15));
        if (!dispatcher.isRunning()) {
            dispatcher.start();
        }
        Probe.waitUntil("all " + kind + " are sent", () -> count(kind, "SENT") == messages);
    }

    private static List<String> calendarOf(MimeMessage mail) {
        return Letterbox.part(mail, "text/calendar").replace("\n ", "").lines().toList();
    }

    private int count(String kind, String state) {
        return jdbc.sql("SELECT count(*) FROM messages WHERE client_id = ? AND kind = ? AND state LIKE ?")
                .params(ada.id().value(), kind, state)
                .query(Integer.class)
                .single();
    }

    private AppointmentSnapshot visit(int number, AppointmentStatus status, Instant start, long revision) {
        return Harbour.in(series, harbour.appointment(visits.get(number), ada.id(), start, status, revision));
    }

    private Instant ten(int number) {
        return harbour.at(first.plusWeeks(number).atTime(10, 0));
    }

    private String dayOf(int number) {
        return DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH).format(first.plusWeeks(number));
    }

    private static String on(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).format(day);
    }
}
