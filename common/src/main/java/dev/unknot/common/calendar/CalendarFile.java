package dev.unknot.common.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Visits as an iCalendar file (RFC 5545). The UID of each never changes and its SEQUENCE grows, so a calendar moves or strikes
 * what it has, whether it came alone or with others.
 */
public final class CalendarFile {

    private CalendarFile() {}

    public static String of(CalendarEntry entry) {
        return of(List.of(entry));
    }

    /** One file of several visits, such as those of a series. */
    public static String of(List<CalendarEntry> entries) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Unknot//Visit//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        entries.stream()
                .map(CalendarEntry::zone)
                .distinct()
                .forEach(zone -> calendar.add(CalendarZone.spanning(
                        startsIn(zone, entries).min(Comparator.naturalOrder()).orElseThrow(),
                        startsIn(zone, entries).max(Comparator.naturalOrder()).orElseThrow(),
                        zone)));
        entries.forEach(entry -> calendar.add(event(entry)));
        return written(calendar);
    }

    private static Stream<Instant> startsIn(ZoneId zone, List<CalendarEntry> entries) {
        return entries.stream().filter(entry -> entry.zone().equals(zone)).map(CalendarEntry::start);
    }

    private static VEvent event(CalendarEntry entry) {
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.id().toString()));
        event.add(new Sequence(Math.toIntExact(entry.version())));
        event.add(new DtStamp(entry.asOf()));
        event.add(new DtStart<>(entry.start().atZone(entry.zone())));
        event.add(new DtEnd<>(entry.end().atZone(entry.zone())));
        event.add(new Summary(entry.title()));
        event.add(new Description(entry.description()));
        event.add(new Location(entry.place()));
        event.add(new Url(entry.link()));
        event.add(new Status(entry.cancelled() ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        return event;
    }

    private static String written(Calendar calendar) {
        StringWriter file = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toString();
    }
}
