package dev.unknot.common.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {

    private static final AppointmentId ID = AppointmentId.of("01900000-0000-7000-8000-0000000000a1");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-11-26T09:00:00Z");

    @Test
    void aVisitKeepsItsUidAndCountsItsVersions() throws Exception {
        List<String> first = lines(entry(3, false, "Swedish massage"));
        List<String> moved = lines(entry(4, false, "Swedish massage"));

        assertThat(first).contains("UID:" + ID, "SEQUENCE:3", "STATUS:CONFIRMED");
        assertThat(moved).contains("UID:" + ID, "SEQUENCE:4");
    }

    @Test
    void itsTimeIsTheClinicsWithTheZoneToldBeside() throws Exception {
        List<String> lines = lines(entry(1, false, "Shiatsu"));

        assertThat(lines)
                .contains(
                        "DTSTART;TZID=Europe/Berlin:20261126T100000",
                        "DTEND;TZID=Europe/Berlin:20261126T110000",
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/Berlin",
                        "TZNAME:CET",
                        "TZOFFSETTO:+0100");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-10-25T00:30:00Z, 20261025T023000, CEST, +0200",
        "Europe/Berlin, 2026-10-25T01:30:00Z, 20261025T023000, CET, +0100",
        "America/New_York, 2026-03-08T07:00:00Z, 20260308T030000, EDT, -0400",
        "Asia/Kathmandu, 2026-03-08T07:00:00Z, 20260308T124500, GMT+05:45, +0545",
        "Asia/Kolkata, 2026-03-08T07:00:00Z, 20260308T123000, IST, +0530"
    })
    void theZoneIsRightAtTheVisit(String zone, Instant start, String local, String name, String offset)
            throws Exception {
        CalendarEntry entry = new CalendarEntry(
                ID, 1, false, "t", "d", "p", start, start.plusSeconds(3600), ZoneId.of(zone), link(), START);

        assertThat(lines(entry))
                .contains("DTSTART;TZID=" + zone + ":" + local, "TZNAME:" + name, "TZOFFSETTO:" + offset);
    }

    @Test
    void aCancelledVisitStrikesWhatTheCalendarHas() throws Exception {
        assertThat(lines(entry(5, true, "Shiatsu"))).contains("UID:" + ID, "STATUS:CANCELLED");
    }

    @Test
    void nothingAClinicCallsItselfBreaksTheFile() throws Exception {
        String wild =
                "Back; neck, \\shoulders\r\nBEGIN:VEVENT\nünd noch viel mehr, das niemals auf eine Zeile passt \u201cx\u201d";

        Calendar calendar = read(CalendarFile.of(entry(1, false, wild)));

        assertThat(calendar.<CalendarComponent>getComponents(Component.VEVENT)).hasSize(1);
        assertThat(summary(calendar)).isEqualTo(wild.replace("\r\n", "\n"));
    }

    @Test
    void linesAreFoldedAndEndAsTheStandardSays() {
        String file = CalendarFile.of(entry(1, false, "ü".repeat(120)));

        assertThat(file.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(file.split("\r\n"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
    }

    @Test
    void aReaderFindsNothingToObjectTo() throws Exception {
        ValidationResult result =
                read(CalendarFile.of(entry(1, false, "Shiatsu"))).validate();

        assertThat(result.getEntries()).isEmpty();
    }

    @Test
    void aSeriesIsOneFileWithAUidForEachVisitAndEachChangeOfOffset() throws Exception {
        CalendarEntry inNovember = entry(1, false, "Shiatsu");
        AppointmentId other = AppointmentId.of("01900000-0000-7000-8000-0000000000a2");
        CalendarEntry inAugust = new CalendarEntry(
                other,
                7,
                false,
                "Shiatsu",
                "With Mira; 60 min",
                "Kreuzberg, Bergmannstr. 1",
                Instant.parse("2027-08-26T08:00:00Z"),
                Instant.parse("2027-08-26T09:00:00Z"),
                BERLIN,
                link(),
                Instant.parse("2026-11-22T10:00:00Z"));

        String file = CalendarFile.of(List.of(inNovember, inAugust));

        assertThat(read(file).validate().getEntries()).isEmpty();
        assertThat(file.lines())
                .contains("UID:" + ID, "UID:" + other, "SEQUENCE:1", "SEQUENCE:7")
                .contains("DTSTART;TZID=Europe/Berlin:20261126T100000", "DTSTART;TZID=Europe/Berlin:20270826T100000")
                .contains("DTSTART:20261025T030000", "DTSTART:20270328T020000", "DTSTART:20271031T030000")
                .containsOnlyOnce("BEGIN:VTIMEZONE");
    }

    private static CalendarEntry entry(long version, boolean cancelled, String title) {
        return new CalendarEntry(
                ID,
                version,
                cancelled,
                title,
                "With Mira; 60 min",
                "Kreuzberg, Bergmannstr. 1",
                START,
                START.plusSeconds(3600),
                BERLIN,
                link(),
                Instant.parse("2026-11-22T10:00:00Z"));
    }

    private static URI link() {
        return URI.create("https://desk.example/visit/abc");
    }

    private static List<String> lines(CalendarEntry entry) throws Exception {
        String file = CalendarFile.of(entry);
        assertThat(read(file)).isNotNull();
        return file.lines().toList();
    }

    private static String summary(Calendar calendar) {
        return calendar.<CalendarComponent>getComponents(Component.VEVENT)
                .getFirst()
                .<Property>getProperty(Property.SUMMARY)
                .map(Property::getValue)
                .orElseThrow();
    }

    private static Calendar read(String file) throws Exception {
        return new CalendarBuilder().build(new StringReader(file));
    }
}
