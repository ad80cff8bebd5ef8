package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.message.MessageState;
import dev.unknot.notification.policy.MessagePolicy;
import dev.unknot.notification.policy.QuietHours;
import dev.unknot.notification.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Visits that are booked, moved, cancelled, begun and taken back at random, in a service that is at times away. */
class AnyLifeOfAVisitTest {
    private static final int LIVES = 400;
    private static final int CHANGES = 12;
    private static final Duration TICK = Duration.ofMinutes(15);
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata");
    private static final List<MessagePolicy> POLICIES = List.of(
            MessagePolicy.USUAL,
            new MessagePolicy(Duration.ofHours(6), Duration.ofMinutes(45), quiet("22:00", "07:00")),
            new MessagePolicy(Duration.ofHours(48), null, quiet("12:00", "14:00")),
            new MessagePolicy(null, Duration.ofHours(3), quiet("08:00", "08:00")));

    @ParameterizedTest
    @MethodSource("seeds")
    void eachMessageGoesOutOnceAtTheRightHourAndOfTheVisitAsItStands(long seed) {
        new Life(new Random(seed)).live();
    }

    static Stream<Long> seeds() {
        return new Random(20261122).longs(LIVES).boxed();
    }

    private static QuietHours quiet(String from, String until) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static final class Life {
        private final Random random;
        private final PlannedVisit visit;
        private Instant now;
        private boolean policyChanged;

        Life(Random random) {
            this.random = random;
            this.visit = new PlannedVisit(any(ZONES)).follows(any(POLICIES));
            // Around the changes of the clocks of 2026, in spring and autumn of both halves of the world.
            this.now = Instant.parse(random.nextBoolean() ? "2026-03-27T00:00:00Z" : "2026-10-23T00:00:00Z")
                    .plus(minutes(10 * 24 * 60));
        }

        void live() {
            book();
            for (int change = 0; change < CHANGES; change++) {
                pass(minutes(18 * 60), random.nextInt(4) == 0);
                change();
                assertSound();
            }
        }

        private void book() {
            Instant start = now.plus(minutes(4 * 24 * 60));
            visit.becomes(AppointmentStatus.BOOKED, 1, start, now);
            assertRemindersAsTheOracleSays();
        }

        private void change() {
            Visit before = visit.visit();
            switch (before.status()) {
                case BOOKED, CONFIRMED -> changeOfOneAhead(before);
                case CANCELLED -> {
                    if (now.isBefore(before.start())) {
                        become(AppointmentStatus.BOOKED, before.revision() + 1, before.start());
                    }
                }
                default -> become(AppointmentStatus.BOOKED, before.revision(), before.start());
            }
        }

        private void changeOfOneAhead(Visit before) {
            switch (random.nextInt(6)) {
                case 0 -> {
                    become(AppointmentStatus.BOOKED, before.revision() + 1, now.plus(minutes(3 * 24 * 60)));
                    assertRemindersAsTheOracleSays();
                }
                case 1 -> become(before.status(), before.revision() + 1, before.start());
                case 2 -> become(AppointmentStatus.CONFIRMED, before.revision(), before.start());
                case 3 -> cancel(before);
                case 4 -> become(AppointmentStatus.CHECKED_IN, before.revision(), before.start());
                default -> {
                    visit.policyBecomes(any(POLICIES), now);
                    policyChanged = true;
                }
            }
        }

        private void cancel(Visit before) {
            boolean told = visit.ledger().stream().anyMatch(LedgerEntry::reached);
            become(AppointmentStatus.CANCELLED, before.revision(), before.start());
            if (!told || !now.isBefore(before.start())) {
                assertThat(visit.plan())
                        .as("a cancellation nobody needs to hear of")
                        .isEmpty();
            }
        }

        private void become(AppointmentStatus status, long revision, Instant start) {
            visit.becomes(status, revision, start, now);
            List<String> once = visit.plan();
            visit.becomes(status, revision, start, now.plus(minutes(30)));
            assertThat(visit.plan()).as("after the same event again").isEqualTo(once);
        }

        private void pass(Duration time, boolean away) {
            Instant until = now.plus(time);
            while (now.isBefore(until)) {
                now = now.plus(TICK);
                if (!away) {
                    visit.send(now).forEach(this::assertRightHour);
                }
            }
        }

        private void assertRightHour(LedgerEntry sent) {
            Visit of = visit.visit();
            assertThat(now).as("sent %s", sent).isBefore(of.start());
            assertThat(sent.revision()).isEqualTo(of.revision());
            if (sent.kind().reminds()) {
                assertThat(of.ahead()).isTrue();
                assertThat(new NaiveReminders(visit.policy()).quiet(now, visit.zone()))
                        .as("reminded at %s in %s", now, visit.zone())
                        .isFalse();
            }
        }

        private void assertSound() {
            Visit of = visit.visit();
            assertThat(visit.ledger())
                    .extracting(entry -> entry.kind() + " " + entry.revision() + " " + entry.channel())
                    .doesNotHaveDuplicates();
            assertThat(visit.ledger()).filteredOn(LedgerEntry::planned).allSatisfy(entry -> {
                assertThat(entry.message().expires()).isBeforeOrEqualTo(of.start());
                assertThat(of.ahead()).isEqualTo(entry.kind() != MessageKind.CANCELLATION);
                assertThat(entry.revision()).isEqualTo(of.revision());
                if (entry.kind().reminds()) {
                    assertThat(entry.message().due()).isBefore(entry.message().expires());
                }
            });
            if (of.ahead()) {
                assertThat(visit.ledger())
                        .filteredOn(entry -> entry.revision() == of.revision()
                                && !entry.kind().reminds())
                        .extracting(LedgerEntry::kind)
                        .as("one kind of news of each revision")
                        .containsOnly(kindOfNews(of));
            }
        }

        private MessageKind kindOfNews(Visit of) {
            return new Told(visit.ledger()).news(of.revision()).orElseThrow();
        }

        /** Only where nothing was planned by another policy, or sent. */
        private void assertRemindersAsTheOracleSays() {
            if (policyChanged && visit.visit().revision() == 1) {
                return;
            }
            NaiveReminders oracle = new NaiveReminders(visit.policy());
            Visit of = visit.visit();
            Optional<Instant> last = oracle.due(MessageKind.LAST_REMINDER, of);
            Optional<Instant> first =
                    oracle.due(MessageKind.FIRST_REMINDER, of).filter(due -> due.isBefore(last.orElse(of.start())));
            Set<Instant> expected = Stream.concat(first.stream(), last.stream())
                    .filter(now::isBefore)
                    .collect(Collectors.toSet());
            List<Instant> planned = new ArrayList<>();
            visit.ledger().stream()
                    .filter(entry -> entry.kind().reminds() && entry.state() == MessageState.PLANNED)
                    .forEach(entry -> planned.add(entry.message().due()));
            assertThat(planned).containsExactlyInAnyOrderElementsOf(expected);
        }

        private Duration minutes(int most) {
            return Duration.ofMinutes(5L * (1 + random.nextInt(most / 5)));
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}
