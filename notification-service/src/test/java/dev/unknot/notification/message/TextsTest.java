package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.message.MessageKind;
import dev.unknot.common.money.Money;
import dev.unknot.common.treatment.TranslatedName;
import dev.unknot.notification.clinic.Location;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
    private static final String LINK = "https://unknot.example/visit/" + "x".repeat(42);

    private final Texts texts = new Texts(new Templates());

    @Test
    void anSmsSaysWhatWhenWhereAndWithWhomAndLeadsToTheVisit() {
        assertThat(sms(facts("Harbour Massage", "Swedish massage", START, BERLIN), false))
                .isEqualTo("Harbour Massage: Swedish massage 60 min on Tue, 24 Nov at 10:00 with Mira. " + LINK);
    }

    @Test
    void theFirstSmsNamesTheWayOutAndStillFitsOneSms() {
        String first = sms(facts("Harbour Massage", "Swedish massage", START, BERLIN), true);

        assertThat(first).endsWith(LINK + " Reply STOP to opt out.").hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void aLongNameCostsTheLessImportantParts() {
        String treatment = "Deep tissue massage with hot stones, aromatic oils and a good long rest afterwards";

        assertThat(sms(facts("Harbour Massage", treatment, START, BERLIN), true))
                .isEqualTo("Harbour Massage: 60 min on Tue, 24 Nov at 10:00. " + LINK + " Reply STOP to opt out.")
                .hasSizeLessThanOrEqualTo(160);
    }

    @ParameterizedTest
    @ValueSource(strings = {"हार्बर मसाज", "Studio Łódź", "Студия массажа", "港マッサージ", "Zoë's Čakra"})
    void aNameTheAlphabetLacksStaysAsItIsAndMayCostASecondSms(String name) {
        for (MessageKind kind : MessageKind.values()) {
            for (boolean first : new boolean[] {true, false}) {
                String text = texts.sms(kind, "en", "+491", facts(name, "Swedish massage", START, BERLIN), first)
                        .body();

                assertThat(text).startsWith(name + ": ").contains("10:00");
                assertThat(text.contains(LINK)).isEqualTo(kind != MessageKind.CANCELLATION);
                assertThat(GsmText.parts(text)).as(text).isLessThanOrEqualTo(first ? 3 : 2);
            }
        }
    }

    @Test
    void aLongNameStaysAndMayCostASecondSms() {
        String name = "Praxis für Massage, Physiotherapie und Wohlbefinden am alten Hafen";

        String text = sms(facts(name, "Swedish massage", START, BERLIN), true);

        assertThat(text).startsWith(name + ": ").contains(LINK).endsWith("STOP to opt out.");
        assertThat(GsmText.parts(text)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "US, 2:30 PM, 'Tue, Nov 24'",
        "GB, 14:30, Tue 24 Nov",
        "AU, 2:30 pm, 'Tue, 24 Nov'",
        "DE, 14:30, 'Tue, 24 Nov'"
    })
    void timesAreWrittenAsTheLocationWritesThem(String country, String time, String day) {
        Facts facts = facts(place("Harbour", country), Instant.parse("2026-11-24T13:30:00Z"));

        assertThat(texts.sms(MessageKind.CONFIRMATION, "en", "+1", facts, false).body())
                .contains(day + " at " + time);
        assertThat(texts.email(MessageKind.CONFIRMATION, "en", "ada@example.org", facts)
                        .subject()
                        .replace('\u202f', ' '))
                .isEqualTo("Your massage on " + day + " at " + time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aChangeSaysWhatHasChangedThoughThatCostsMoreSms(String language) {
        Said before = new Said(facts("Harbour", "Swedish massage", START, BERLIN), new Money(4800, "EUR"), null);
        Said now = new Said(
                facts("Harbour", "Deep tissue massage with hot stones and oils", START.plusSeconds(3600), BERLIN),
                new Money(8200, "EUR"),
                before);

        String text = texts.sms(MessageKind.CHANGE, language, "+1", new Saying(List.of(now)), false)
                .body();

        assertThat(text).contains("11:00", "10:00", "Deep tissue massage with hot stones and oils", "82", "48", LINK);
        assertThat(GsmText.parts(text)).isLessThanOrEqualTo(2);
    }

    @Test
    void aSeriesOfWhichTheSameChangedSaysSoOnce() {
        Saying saying = new Saying(Stream.of(0, 7, 14)
                .map(days -> dearer(START.plusSeconds(days * 86_400L)))
                .toList());

        assertThat(texts.sms(MessageKind.CHANGE, "en", "+1", saying, false).body())
                .contains("3 appointments changed: €82 instead of €48.", LINK);
        assertThat(texts.email(MessageKind.CHANGE, "en", "ada@example.org", saying)
                        .body())
                .contains("(€82 instead of €48)");
    }

    private static Said dearer(Instant start) {
        Facts facts = facts("Harbour", "Swedish massage", start, BERLIN);
        return new Said(facts, new Money(8200, "EUR"), new Said(facts, new Money(4800, "EUR"), null));
    }

    @Test
    void aTreatmentIsCalledAsInTheLanguageOfTheText() {
        Facts facts = facts(place("Hafen", "DE"), START);

        assertThat(texts.sms(MessageKind.CONFIRMATION, "de-AT", "+1", facts, false)
                        .body())
                .contains("Schwedische Massage 60 Min.");
        assertThat(texts.sms(MessageKind.CONFIRMATION, "en", "+1", facts, false).body())
                .contains("Swedish massage 60 min");
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageKind.class,
            names = {"FIRST_REMINDER", "LAST_REMINDER"})
    void aGermanReminderDoesNotReadAsADeadline(MessageKind kind) {
        for (Facts facts : List.of(facts(place("Hafen", "DE"), START), confirmed(LINK))) {
            assertThat(texts.sms(kind, "de", "+1", facts, false).body())
                    .contains("am Di., 24.11. um 10:00")
                    .doesNotContain("bis Di", "bis bald, Di");
        }
    }

    @ParameterizedTest
    @EnumSource(MessageKind.class)
    void eachKindIsAtMostTwoSmsInBothLanguagesWithAndWithoutTheWayOut(MessageKind kind) {
        for (String language : new String[] {"en", "de"}) {
            for (boolean first : new boolean[] {true, false}) {
                String text = texts.sms(
                                kind,
                                language,
                                "+491",
                                facts(
                                        "Praxis für Massage am Hafen",
                                        "Klassische Massage",
                                        START,
                                        BERLIN,
                                        link(language)),
                                first)
                        .body();

                assertThat(GsmText.parts(text)).as(text).isLessThanOrEqualTo(first ? 2 : 1);
                assertThat(text).startsWith("Praxis für Massage am Hafen: ");
                assertThat(text).contains("10:00");
                assertThat(text.contains("STOP")).isEqualTo(first);
                assertThat(text.contains(link(language))).as(text).isEqualTo(kind != MessageKind.CANCELLATION);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST_REMINDER, en, Reply C to confirm", "FIRST_REMINDER, de, Bestätigen",
        "LAST_REMINDER, en, Reply C to confirm", "LAST_REMINDER, de, Bestätigen"
    })
    void aReminderAsksForAnAnswer(MessageKind kind, String language, String question) {
        Facts facts = facts("Harbour Massage", "Swedish massage", START, BERLIN);

        assertThat(texts.sms(kind, language, "+491", facts, true).body()).contains(question);
        assertThat(texts.email(kind, language, "ada@example.org", facts).body()).contains(LINK);
    }

    @ParameterizedTest
    @CsvSource({"FIRST_REMINDER, en", "FIRST_REMINDER, de", "LAST_REMINDER, en", "LAST_REMINDER, de"})
    void whoHasConfirmedIsNotAskedAgain(MessageKind kind, String language) {
        Facts facts = confirmed(link(language));

        for (boolean first : new boolean[] {true, false}) {
            assertThat(texts.sms(kind, language, "+491", facts, first).body())
                    .doesNotContainIgnoringCase("confirm", "bestätigen", "reply C", "C antworten", "[")
                    .contains("10:00", link(language));
        }
        assertThat(texts.email(kind, language, "ada@example.org", facts).body())
                .doesNotContainIgnoringCase("confirm", "bestätigen", "[")
                .contains(LINK);
    }

    @ParameterizedTest
    @EnumSource(MessageKind.class)
    void eachKindHasAGermanEmailOfItsOwn(MessageKind kind) {
        Outgoing email = texts.email(
                kind, "de-AT", "ada@example.org", facts("Harbour Massage", "Swedish massage", START, BERLIN));

        assertThat(email.subject()).contains("Ihre Massage am Di., 24.11. um 10:00 Uhr");
        assertThat(email.body())
                .startsWith("Guten Tag Ada Byron,\n")
                .contains("Dienstag, 24. November 2026 um 10:00 Uhr");
    }

    @Test
    void theWallClockIsTheLocationsOnBothSidesOfAChangeOfTheClocks() {
        Instant dayBefore = Instant.parse("2026-10-24T08:00:00Z");
        Instant dayAfter = Instant.parse("2026-10-26T09:00:00Z");

        assertThat(sms(facts("Harbour", "Swedish", dayBefore, BERLIN), false)).contains("Sat, 24 Oct at 10:00");
        assertThat(sms(facts("Harbour", "Swedish", dayAfter, BERLIN), false)).contains("Mon, 26 Oct at 10:00");
    }

    @Test
    void anEmailHasASubjectAndTheAddress() {
        Outgoing email = texts.email(
                MessageKind.CONFIRMATION,
                "en",
                "ada@example.org",
                facts("Harbour Massage", "Swedish massage", START, BERLIN));

        assertThat(email.subject()).isEqualTo("Your massage on Tue, 24 Nov at 10:00");
        assertThat(email.body())
                .startsWith("Hello Ada Byron,\n")
                .contains("Swedish massage, 60 minutes, with Mira")
                .contains("Tuesday, 24 November 2026 at 10:00")
                .contains("Harbour Massage, Quay 1, 20457 Portside")
                .contains(LINK);
    }

    @Test
    void aLanguageWithoutATextGetsTheEnglishOne() {
        Facts facts = facts("Harbour Massage", "Swedish massage", START, BERLIN);

        assertThat(texts.sms(MessageKind.CONFIRMATION, "fr-CH", "+491", facts, false))
                .isEqualTo(texts.sms(MessageKind.CONFIRMATION, "en", "+491", facts, false));
    }

    @Test
    void aLineBreakInANameCannotForgeAHeader() {
        Facts forged = new Facts(
                "Ada\r\nBcc: all@example.org",
                place("Harbour", "DE"),
                named("Swedish"),
                60,
                "Mira",
                START.atZone(BERLIN),
                false,
                LINK);

        assertThat(texts.email(MessageKind.CONFIRMATION, "en", "ada@example.org", forged)
                        .body())
                .startsWith("Hello Ada Bcc: all@example.org,\n");
    }

    @Test
    void whatEndsUpInLogsNamesNobody() {
        Facts facts = facts("Harbour Massage", "Swedish massage", START, BERLIN);

        assertThat(facts.toString()).doesNotContain("Ada").doesNotContain(LINK);
        assertThat(texts.sms(MessageKind.CONFIRMATION, "en", "+4915112345", facts, false)
                        .toString())
                .doesNotContain("+49")
                .doesNotContain("Swedish");
    }

    @ParameterizedTest
    @CsvSource({"en, Wed 9 Dec", "de, Mi 9 12"})
    void aChangeAlwaysSaysWhichVisitHasChanged(String language, String day) {
        Instant nineDecember = Instant.parse("2026-12-09T13:30:00Z");
        for (String name :
                List.of("Hafen", "Unknot Norwood", "Praxis für Massage am Hafen ".repeat(6), "Łódź ".repeat(20))) {
            for (Said before : List.of(
                    changing(name, "Olivia Marchetti", nineDecember, null),
                    changing(name, "Tom Nguyen", nineDecember.minus(Duration.ofMinutes(30)), null),
                    changing(name, "Olivia Marchetti", nineDecember.minus(Duration.ofDays(8)), null))) {
                Saying saying = new Saying(List.of(changing(name, "Tom Nguyen", nineDecember, before)));
                for (boolean first : new boolean[] {true, false}) {
                    String text = texts.sms(MessageKind.CHANGE, language, "+1", saying, first)
                            .body();

                    assertThat(text.replaceAll("[^\\p{L}\\p{N}:/]+", " "))
                            .contains(day)
                            .contains("14:30");
                    assertThat(text).containsAnyOf("instead of", "statt");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageKind.class,
            names = {"CONFIRMATION", "CHANGE", "CANCELLATION"})
    void noSentenceEndsTwice(MessageKind kind) {
        Instant later = START.plus(Duration.ofDays(22));
        for (String language : List.of("en", "de")) {
            for (boolean first : new boolean[] {true, false}) {
                for (List<Said> visits : List.of(
                        List.of(by("Anna K.", START)),
                        List.of(by("Anna K.", START), by("Anna K.", later)),
                        List.of(changing("Hafen & Co.", "Anna K.", START, by("Max", START))),
                        Stream.iterate(START, start -> start.plus(Duration.ofHours(49)))
                                .limit(12)
                                .map(start -> by("Anna K.", start))
                                .toList())) {
                    Saying saying = new Saying(visits);

                    assertThat(texts.sms(kind, language, "+491", saying, first).body())
                            .doesNotContain("..");
                    assertThat(texts.email(kind, language, "ada@example.org", saying)
                                    .body())
                            .doesNotContain("..");
                }
            }
        }
    }

    @Test
    void oneLatinLetterThatTheAlphabetLacksDoesNotMakeATextDearer() {
        Saying saying = new Saying(List.of(changing("Hafen", "Emre Yıldız", START, by("Mira", START))));

        String text = texts.sms(MessageKind.CHANGE, "de", "+1", saying, false).body();

        assertThat(text).contains("bei Emre Yildiz statt Mira");
        assertThat(GsmText.parts(text)).isEqualTo(1);
    }

    private static Said changing(String place, String therapist, Instant start, @Nullable Said before) {
        return new Said(
                new Facts(
                        "Ada Byron",
                        place(place, "DE"),
                        named("Swedish massage"),
                        60,
                        therapist,
                        start.atZone(BERLIN),
                        false,
                        LINK),
                null,
                before);
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMATION, en, with, minutes", "CONFIRMATION, de, bei, Minuten",
        "CANCELLATION, en, with, minutes", "CANCELLATION, de, bei, Minuten",
        "CHANGE, en, with, minutes", "CHANGE, de, bei, Minuten"
    })
    void eachVisitOfASeriesIsWithItsOwnTherapist(MessageKind kind, String language, String with, String minutes) {
        Saying saying = new Saying(List.of(
                by("Grete", START),
                by("Max", START.plus(Duration.ofDays(7))),
                by("Grete", START.plus(Duration.ofDays(14)))));

        String mail = texts.email(kind, language, "ada@example.org", saying).body();

        assertThat(mail.lines().filter(line -> line.contains("10:00")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains(": Swedish massage, 60 " + minutes + ", " + with + " "))
                .satisfiesExactly(
                        line -> assertThat(line).contains("24").contains("Grete"),
                        line -> assertThat(line).contains("1").contains("Max"),
                        line -> assertThat(line).contains("8").contains("Grete"));
        assertThat(mail.lines().filter(line -> line.contains("Grete"))).hasSize(2);
        for (boolean first : new boolean[] {true, false}) {
            assertThat(texts.sms(kind, language, "+491", saying, first).body()).doesNotContain("Grete", "Max");
        }
    }

    @ParameterizedTest
    @CsvSource({"CONFIRMATION, en", "CONFIRMATION, de", "CANCELLATION, en", "CANCELLATION, de"})
    void aSeriesWithOneTherapistNamesThemOnce(MessageKind kind, String language) {
        Saying saying = new Saying(List.of(by("Grete", START), by("Grete", START.plus(Duration.ofDays(7)))));

        assertThat(texts.email(kind, language, "ada@example.org", saying)
                        .body()
                        .lines()
                        .filter(line -> line.contains("Grete") || line.contains("Swedish")))
                .hasSize(1);
    }

    private static Said by(String therapist, Instant start) {
        return changing("Harbour", therapist, start, null);
    }

    private String sms(Facts facts, boolean first) {
        return texts.sms(MessageKind.CONFIRMATION, "en", "+491", facts, first).body();
    }

    private static Facts facts(String location, String treatment, Instant start, ZoneId zone) {
        return facts(location, treatment, start, zone, LINK);
    }

    private static Facts facts(String location, String treatment, Instant start, ZoneId zone, String link) {
        return new Facts(
                "Ada Byron", place(location, "DE"), named(treatment), 60, "Mira", start.atZone(zone), false, link);
    }

    private static Facts facts(Location location, Instant start) {
        TranslatedName swedish = new TranslatedName("Swedish massage", Map.of("de", "Schwedische Massage"));
        return new Facts("Ada Byron", location, swedish, 60, "Mira", start.atZone(BERLIN), false, LINK);
    }

    private static Facts confirmed(String link) {
        return new Facts(
                "Ada Byron",
                place("Harbour Massage", "DE"),
                named("Swedish massage"),
                60,
                "Mira",
                START.atZone(BERLIN),
                true,
                link);
    }

    private static TranslatedName named(String treatment) {
        return new TranslatedName(treatment, Map.of());
    }

    private static String link(String language) {
        return language.equals("de") ? LINK + "?lang=de" : LINK;
    }

    private static Location place(String name, String country) {
        return new Location(name, BERLIN, "Quay 1", "20457 Portside", country, "+49 40 123456", null);
    }
}
