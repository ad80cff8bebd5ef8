package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentCancelled;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentRescheduled;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.DomainEvent;
import dev.unknot.common.message.Channel;
import dev.unknot.common.series.SeriesId;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.notification.consent.OptOuts;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.link.SignedLinks;
import dev.unknot.platform.test.Probe;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two weeks of a small clinic, an hour at a time: people with two visits or a series, a mother and a son with one number,
 * somebody who wants no more texts, somebody with a landline, and somebody whose number and mailbox are put right.
 * Everyone hears each thing once, by what works, about their own visit.
 */
class FortnightTest extends SendingScenario {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int DAYS = 14;
    private static final Pattern LINK = Pattern.compile("/visit/([A-Za-z0-9_-]{" + SignedLinks.LENGTH + "})");

    @Autowired
    private MovableClock clock;

    @Autowired
    private OptOuts optOuts;

    @Autowired
    private SignedLinks links;

    private Random random = new Random();
    private final Harbour harbour = Harbour.in("Europe/Berlin");
    private LocalDate today = LocalDate.EPOCH;
    private final List<Booked> visits = new ArrayList<>();
    /** What each client is to hear of each visit: kind and revision. */
    private final Map<String, Integer> news = new TreeMap<>();

    /** Each number a client has had. */
    private final Map<ClientId, Set<String>> numbers = new HashMap<>();

    @AfterEach
    void setTheClockRight() {
        clock.offset(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(longs = {20261129, 7, 44})
    void everyoneHearsEachThingOnceByWhatWorksAboutTheirOwnVisit(long seed) {
        random = new Random(seed);
        others.announce(harbour);
        // Reminders are due on the hour: none becomes due by itself in the moment in which the clock is moved.
        clock.set(clock.instant().truncatedTo(ChronoUnit.HOURS).plus(HOUR).plusSeconds(60));
        today = LocalDate.now(clock.withZone(harbour.zone()));
        Person plain = known(aKnownClient());
        Person regular = known(aKnownClient());
        Person mother = known(aKnownClient());
        Person son = known(new Person(new ClientId(Ids.next()), somebody().email(), mother.phone()));
        others.announce(Harbour.client(son.id(), son.email(), son.phone()), 1);
        Person silent = known(aKnownClient());
        Person misspelt = known(aKnownClient());
        Person landline = known(aKnownClient());
        twilio.refuses(landline.phone(), 21614);
        awaitThatAllAreKnown();
        for (Person person : List.of(plain, mother, son, silent, misspelt, landline)) {
            bookOne(person);
            bookOne(person);
        }
        bookSeries(regular);
        Person corrected = misspelt;
        for (int hour = 0; hour < DAYS * 24; hour++) {
            if (hour == 30) {
                optOuts.add(Channel.SMS, silent.phone(), OptOuts.Source.REPLY);
            }
            if (hour == 50) {
                corrected = correct(misspelt);
            }
            if (random.nextInt(12) == 0) {
                change();
                settle();
            }
            comeToRest();
            clock.moveBy(HOUR);
        }
        settle();

        assertNewsWasToldOnce();
        assertRemindersCameOnce();
        assertNobodyReadTheSameTwice();
        assertEachLinkIsOfAVisitOfTheirs();
        assertThat(textsTo(corrected)).isNotEmpty();
        assertThat(textsTo(landline)).as("tried once and never again").hasSize(1);
        assertThat(remindersBySms(landline)).isZero();
        for (Person person : List.of(plain, regular, mother, son, silent, misspelt, corrected, landline)) {
            assertThat(mailIds(person)).doesNotHaveDuplicates();
        }
    }

    private void change() {
        List<Booked> ahead = visits.stream()
                .filter(visit -> visit.status == AppointmentStatus.BOOKED)
                .filter(visit -> clock.instant().plus(HOUR).isBefore(visit.start))
                .toList();
        if (ahead.isEmpty()) {
            return;
        }
        Booked visit = ahead.get(random.nextInt(ahead.size()));
        visit.version++;
        if (random.nextInt(3) == 0) {
            visit.status = AppointmentStatus.CANCELLED;
            tell(visit, new AppointmentCancelled(visit.snapshot(), Set.of("status")), "CANCELLATION");
        } else {
            visit.revision++;
            visit.start = visit.start.plus(HOUR);
            tell(visit, new AppointmentRescheduled(visit.snapshot(), Set.of("start")), "CHANGE");
        }
    }

    private void bookOne(Person person) {
        book(person, harbour.at(today.plusDays(2 + random.nextInt(10)).atTime(9 + random.nextInt(8), 0)), null);
        settle();
    }

    private void bookSeries(Person person) {
        SeriesId series = new SeriesId(Ids.next());
        for (int week = 0; week < 5; week++) {
            book(person, harbour.at(today.plusDays(3 + 7L * week).atTime(10, 0)), series);
        }
        settle();
    }

    private void book(Person person, Instant start, @Nullable SeriesId series) {
        Booked visit = new Booked(person.id(), start, series);
        visits.add(visit);
        tell(visit, new AppointmentBooked(visit.snapshot(), Set.of("status")), "CONFIRMATION");
    }

    private void tell(Booked visit, DomainEvent event, String kind) {
        others.announce(event, visit.version);
        news.put("%s %s %s %d".formatted(visit.client, visit.id, kind, visit.revision), 1);
        Probe.waitUntil(
                "the visit is known as it is",
                () -> jdbc.sql("SELECT count(*) FROM visits WHERE appointment_id = ? AND revision = ? AND status = ?")
                                .params(visit.id.value(), visit.revision, visit.status.name())
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private Person known(Person person) {
        numbers.computeIfAbsent(person.id(), client -> new TreeSet<>()).add(person.phone());
        return person;
    }

    /** A message that waits for one of them is not due between two looks, and would seem to be at rest. */
    private void awaitThatAllAreKnown() {
        Probe.waitUntil(
                "everybody and the clinic are known",
                () -> jdbc.sql("""
                        SELECT (SELECT count(*) FROM contacts WHERE client_id IN (:clients)) = :people
                           AND EXISTS (SELECT FROM locations WHERE id = :location)
                           AND EXISTS (SELECT FROM treatments WHERE id = :treatment)
                           AND EXISTS (SELECT FROM therapists WHERE id = :therapist)
                        """)
                        .param(
                                "clients",
                                numbers.keySet().stream().map(ClientId::value).toList())
                        .param("people", numbers.size())
                        .param("location", harbour.location().value())
                        .param("treatment", harbour.swedish().value())
                        .param("therapist", harbour.mira().value())
                        .query(Boolean.class)
                        .single());
    }

    private Person correct(Person person) {
        Person right = somebody();
        others.announce(Harbour.client(person.id(), right.email(), right.phone()), 2);
        known(new Person(person.id(), right.email(), right.phone()));
        Probe.waitUntil(
                "the correction is known",
                () -> jdbc.sql("SELECT count(*) FROM contacts WHERE phone = ?")
                                .param(right.phone())
                                .query(Integer.class)
                                .single()
                        == 1);
        return new Person(person.id(), right.email(), right.phone());
    }

    /** News of a series is due a little later than the rest. */
    private void settle() {
        comeToRest();
        clock.moveBy(Planning.SERIES_PAUSE.plusSeconds(1));
        comeToRest();
    }

    /** A clock moved under a message on its way would end its lease. */
    private void comeToRest() {
        Probe.waitUntil(
                "nothing is due or on its way",
                () -> jdbc.sql("""
                        SELECT count(*) FROM messages
                        WHERE (state = 'SENDING' OR state = 'PLANNED' AND next_attempt <= :now)
                          AND client_id IN (:clients)
                        """)
                                .param("now", clock.instant().atOffset(UTC))
                                .param(
                                        "clients",
                                        numbers.keySet().stream()
                                                .map(ClientId::value)
                                                .toList())
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private void assertNewsWasToldOnce() {
        Map<String, Integer> told = new TreeMap<>();
        rows("kind NOT LIKE '%REMINDER' AND state = 'SENT'")
                .forEach(row -> told.merge(row.get("told") + " " + row.get("channel"), 1, Integer::sum));
        assertThat(told.values()).containsOnly(1);
        news.keySet()
                .forEach(each -> assertThat(told.keySet())
                        .as("%s is told on some channel", each)
                        .anyMatch(key -> key.startsWith(each)));
        told.keySet()
                .forEach(each ->
                        assertThat(news.keySet()).as("%s had happened", each).anyMatch(each::startsWith));
    }

    private void assertRemindersCameOnce() {
        Map<String, Integer> told = new TreeMap<>();
        rows("kind LIKE '%REMINDER' AND state = 'SENT'")
                .forEach(row -> told.merge(String.valueOf(row.get("told")), 1, Integer::sum));
        assertThat(told.values()).as("reminders: %s", told).containsOnly(1);
        for (Booked visit : visits) {
            if (visit.status == AppointmentStatus.BOOKED && visit.start.isBefore(clock.instant())) {
                String last = "%s %s LAST_REMINDER %d".formatted(visit.client, visit.id, visit.revision);
                boolean movedLately = visit.revision > 1;
                assertThat(told.containsKey(last) || movedLately).as(last).isTrue();
            }
        }
    }

    private void assertNobodyReadTheSameTwice() {
        numbers.values().stream()
                .flatMap(Set::stream)
                .forEach(number -> assertThat(twilio.textsTo(number)).doesNotHaveDuplicates());
    }

    private void assertEachLinkIsOfAVisitOfTheirs() {
        Map<UUID, ClientId> whose = new HashMap<>();
        visits.forEach(visit -> whose.put(visit.id.value(), visit.client));
        numbers.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .forEach(number -> twilio.textsTo(number)
                        .forEach(text -> LINK.matcher(text)
                                .results()
                                .map(link -> links.verify(link.group(1), Instant.now())
                                        .orElseThrow())
                                .forEach(visit -> assertThat(numbers.get(whose.get(visit)))
                                        .as("numbers of the client whose visit is spoken of to %s: %s", number, text)
                                        .contains(number))));
    }

    private int remindersBySms(Person person) {
        return jdbc.sql("""
                        SELECT count(*) FROM messages
                        WHERE client_id = ? AND kind LIKE '%REMINDER' AND channel = 'SMS' AND state = 'SENT'
                        """).param(person.id().value()).query(Integer.class).single();
    }

    private static List<String> mailIds(Person person) {
        return mailsTo(person).stream().map(FortnightTest::messageId).toList();
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private List<Map<String, Object>> rows(String which) {
        return jdbc.sql("""
                        SELECT client_id || ' ' || appointment_id || ' ' || kind || ' ' || revision AS told, channel
                        FROM messages WHERE client_id IN (:clients) AND
                        """ + which)
                .param("clients", numbers.keySet().stream().map(ClientId::value).toList())
                .query()
                .listOfRows();
    }

    private final class Booked {
        private final AppointmentId id = new AppointmentId(Ids.next());
        private final ClientId client;
        private final @Nullable SeriesId series;
        private Instant start;
        private AppointmentStatus status = AppointmentStatus.BOOKED;
        private long revision = 1;
        private long version = 1;

        Booked(ClientId client, Instant start, @Nullable SeriesId series) {
            this.client = client;
            this.start = start;
            this.series = series;
        }

        AppointmentSnapshot snapshot() {
            AppointmentSnapshot alone = harbour.appointment(id, client, start, status, revision);
            return series == null ? alone : Harbour.in(series, alone);
        }
    }
}
