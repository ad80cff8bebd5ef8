package dev.unknot.notification.message;

import static dev.unknot.common.message.MessageKind.CANCELLATION;
import static dev.unknot.common.message.MessageKind.CHANGE;
import static dev.unknot.common.message.MessageKind.LAST_REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.series.SeriesId;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.Letterbox;
import dev.unknot.platform.id.Ids;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two weeks of a small clinic, an hour at a time: people with visits of their own, with one that two share, or with a series,
 * a mother and a son with one number, people who want no more texts and later do, somebody with a landline, and somebody
 * whose number and mailbox are put right. They say yes to what they were asked, and ask what nobody expected. Everyone
 * hears each thing once, by what works, about their own visit, and a yes is of the visit that was asked about.
 */
class FortnightTest extends SimulatedClinic {
    private static final int DAYS = 14;
    private static final int OPENS = 9;
    private static final int LAST_START = 18;
    private static final Duration HOUR = Duration.ofHours(1);
    /** What quiet hours would keep is due a quarter of an hour before them. */
    private static final LocalTime EVENING = LocalTime.of(20, 46);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE, d MMM 'at' HH:mm", Locale.ENGLISH);

    private Random random = new Random();
    private LocalDate today = LocalDate.EPOCH;
    private Instant looked = Instant.EPOCH;
    private final Set<Instant> starts = new HashSet<>();
    private final List<String> yeses = new ArrayList<>();
    private final List<String> atTheDesk = new ArrayList<>();
    private final Set<String> happened = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {44, 6, 9})
    void everyoneHearsEachThingOnceByWhatWorksAboutTheirOwnVisit(long seed) {
        random = new Random(seed);
        others.announce(harbour);
        today = LocalDate.now(clock.withZone(harbour.zone())).plusDays(1);
        looked = at(0, LocalTime.of(6, 1));
        clock.set(looked);
        Person plain = known(aKnownClient());
        Person friend = known(aKnownClient());
        Person regular = known(aKnownClient());
        Person mother = known(aKnownClient());
        Person son = known(new Person(new ClientId(Ids.next()), somebody().email(), mother.phone()));
        others.announce(Harbour.client(son.id(), son.email(), son.phone()), 1);
        Person silent = known(aKnownClient());
        Person misspelt = known(aKnownClient());
        Person landline = known(aKnownClient());
        twilio.refuses(landline.phone(), 21614);
        phone(landline).takesNoTexts();
        awaitThatAllAreKnown();
        for (Person person : List.of(plain, friend, mother, son, silent, misspelt, landline)) {
            book(anyTime(), person.id());
        }
        for (int i = 0; i < 2; i++) {
            book(anyTime(), plain.id(), friend.id());
            book(anyTime(), mother.id(), son.id());
            book(anyTime(), silent.id());
        }
        bookSeries(regular);

        Person corrected = misspelt;
        int correction = 30 + random.nextInt(20);
        int silence = 30 + random.nextInt(60);
        int speech = 110 + random.nextInt(40);
        int hour = 0;
        for (int day = 0; day < DAYS; day++) {
            for (LocalTime time : hours()) {
                passTo(at(day, time));
                hour++;
                if (hour == correction) {
                    corrected = correct(misspelt);
                    book(anyTime(), corrected.id());
                }
                if (hour == silence || hour == silence + 20) {
                    stop(hour == silence ? phone(silent) : phone(mother));
                }
                if (hour == speech || hour == speech + 10) {
                    start(hour == speech ? phone(silent) : phone(mother));
                    book(anyTime(), hour == speech ? silent.id() : son.id());
                }
                if (random.nextInt(8) == 0) {
                    change();
                }
                if (!phone(friend).saidStop()) {
                    missAMove(phone(friend));
                }
                phones().forEach(this::mayWrite);
            }
        }

        assertThat(yeses()).containsExactlyInAnyOrderElementsOf(yeses);
        assertThat(waiting()).containsExactlyInAnyOrderElementsOf(atTheDesk);
        assertThat(toCall()).as("clients whom nothing reached").isZero();
        for (Person person : List.of(plain, friend, regular, mother, son, silent, misspelt, corrected, landline)) {
            assertThat(textsTo(person)).doesNotHaveDuplicates();
            assertThat(mailsTo(person)).extracting(Letterbox::text).doesNotHaveDuplicates();
            assertThat(mailsTo(person)).extracting(FortnightTest::messageId).doesNotHaveDuplicates();
        }
        assertThat(textsTo(corrected)).isNotEmpty();
        assertThat(textsTo(landline)).as("tried once and never again").hasSize(1);
        assertThat(happened)
                .as("what a fortnight is to have in it")
                .contains(
                        "a move too late for the last reminder",
                        "a last reminder of a visit that was moved",
                        "a reminder after STOP",
                        "a reminder after START",
                        "a yes after news of another visit",
                        "a yes to what has changed unheard",
                        "a yes to what was confirmed otherwise");
    }

    /** From seven to ten; nothing is due at night. */
    private static List<LocalTime> hours() {
        Stream<LocalTime> hours = IntStream.rangeClosed(7, 22).mapToObj(hour -> LocalTime.of(hour, 1));
        return Stream.concat(hours, Stream.of(EVENING)).sorted().toList();
    }

    private void passTo(Instant next) {
        clock.set(next);
        comeToRest();
        visits.forEach(visit -> visit.remindersDue(looked, next).forEach(kind -> isReminded(visit, kind)));
        assertThat(sent()).as("what has gone out by %s", next).containsExactlyInAnyOrderElementsOf(toHear());
        looked = next;
    }

    private void isReminded(BookedVisit visit, MessageKind kind) {
        reminders(visit, kind);
        if (kind == LAST_REMINDER && visit.revision() > 1) {
            happened.add("a last reminder of a visit that was moved");
        }
        visit.clients().stream()
                .map(this::phone)
                .filter(Phone::saidStop)
                .forEach(
                        phone -> happened.add(phone.takesTexts() ? "a reminder after START" : "a reminder after STOP"));
    }

    private void change() {
        Instant now = clock.instant();
        List<BookedVisit> ahead =
                visits.stream().filter(visit -> visit.ahead(now.plus(HOUR))).toList();
        int what = ahead.isEmpty() ? 0 : random.nextInt(10);
        if (what < 2) {
            book(soonOrLater(), any(clients()));
            return;
        }
        BookedVisit visit = any(ahead);
        if (what < 4) {
            news(visit, visit.cancel(), CANCELLATION);
        } else if (what < 6 && visit.status() == AppointmentStatus.BOOKED) {
            announce(visit, visit.confirm());
        } else {
            news(visit, visit.move(soonOrLater(), now), CHANGE);
            if (visit.announcedTooLate(LAST_REMINDER)) {
                happened.add("a move too late for the last reminder");
            }
        }
        settle(visit);
    }

    private void mayWrite(Phone phone) {
        if (!phone.takesTexts()) {
            return;
        }
        List<BookedVisit> open = phone.openQuestions(clock.instant());
        if (!open.isEmpty() && random.nextInt(6) == 0) {
            sayYes(phone, open);
        } else if (random.nextInt(150) == 0) {
            ask(phone);
        }
    }

    private void sayYes(Phone phone, List<BookedVisit> open) {
        String answer = gateway.answers(phone.number(), "C").text();

        String yes = lastYes();
        BookedVisit visit = open.stream()
                .filter(asked -> yes.equals(asked.id() + " " + phone.toldOf(asked)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "%s said yes to one of %s, and it was taken for %s".formatted(phone, open, yes)));
        yeses.add(yes);
        phone.saidYes(visit);
        if (phone.heardNewsOfAnotherSince(visit, clock.instant())) {
            happened.add("a yes after news of another visit");
        }
        if (visit.status() == AppointmentStatus.CANCELLED || phone.toldOf(visit) < visit.revision()) {
            happened.add("a yes to what has changed unheard");
            assertThat(answer).contains("<Message>").doesNotContain("see you");
            return;
        }
        assertThat(answer).contains("see you on " + MOMENT.format(visit.start().atZone(harbour.zone())));
        if (visit.status() == AppointmentStatus.BOOKED) {
            announce(visit, visit.confirm());
        } else {
            happened.add("a yes to what was confirmed otherwise");
        }
    }

    /** Of a visit they were asked about, between STOP and START. */
    private void missAMove(Phone phone) {
        List<BookedVisit> open = phone.openQuestions(clock.instant());
        if (!open.isEmpty()) {
            stop(phone);
            news(open.getFirst(), open.getFirst().move(anyTime(), clock.instant()), CHANGE);
            settle(open.getFirst());
            start(phone);
            sayYes(phone, open);
        }
    }

    private void ask(Phone phone) {
        String text = "Is there parking near you? I asked %d times before.".formatted(atTheDesk.size());
        assertThat(gateway.answers(phone.number(), text).text()).doesNotContain("see you", "no more SMS");
        atTheDesk.add(phone + " " + text);
    }

    private void stop(Phone phone) {
        gateway.answers(phone.number(), "STOP");
        phone.stop();
        if (visits.stream()
                .filter(visit -> visit.ahead(clock.instant()))
                .anyMatch(visit -> visit.clients().stream().anyMatch(phone.people()::contains))) {
            atTheDesk.add(phone + " STOP");
        }
    }

    private void start(Phone phone) {
        assertThat(textsTo(phone)).as("nothing came after STOP").hasSize(phone.texts());
        gateway.answers(phone.number(), "START");
        phone.start();
    }

    private void bookSeries(Person person) {
        SeriesId series = new SeriesId(Ids.next());
        List<BookedVisit> booked = IntStream.range(0, 5)
                .mapToObj(week -> at(3 + 7 * week, LocalTime.of(LAST_START + 1, 0)))
                .map(start -> new BookedVisit(harbour, List.of(person.id()), start, series, clock.instant()))
                .toList();
        booked.forEach(this::announceNew);
        settle(booked.getLast());
        assertThat(textsTo(person)).as("a series is one text").hasSize(1);
        assertThat(mailsTo(person)).as("a series is one mail").hasSize(1);
    }

    private void book(Instant start, ClientId... clients) {
        BookedVisit visit = new BookedVisit(harbour, List.of(clients), start, null, clock.instant());
        announceNew(visit);
        settle(visit);
    }

    private Instant at(int day, LocalTime time) {
        return harbour.at(today.plusDays(day).atTime(time));
    }

    /** Within the next hours, which may be too few to be reminded, or on any day ahead. */
    private Instant soonOrLater() {
        LocalDateTime soon = LocalDateTime.ofInstant(clock.instant(), harbour.zone())
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1 + random.nextInt(4));
        boolean open = soon.getHour() >= OPENS && soon.getHour() <= LAST_START;
        return random.nextBoolean() && open && starts.add(harbour.at(soon)) ? harbour.at(soon) : anyTime();
    }

    /** A time that nobody has had yet: nobody is booked twice, and no text says word for word what another said. */
    private Instant anyTime() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), harbour.zone());
        return Stream.generate(() -> day.plusDays(1 + random.nextInt(9)))
                .map(any -> harbour.at(any.atTime(OPENS + random.nextInt(LAST_START - OPENS + 1), 0)))
                .filter(starts::add)
                .findFirst()
                .orElseThrow();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
