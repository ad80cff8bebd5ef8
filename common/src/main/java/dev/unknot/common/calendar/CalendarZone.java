package dev.unknot.common.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A zone as a calendar file tells it (RFC 5545, section 3.6.5): the change of offset before a visit and the one after it.
 * It comes from the same rules that booked the visit, not from a table of the calendar library's.
 */
final class CalendarZone {

    private static final DateTimeFormatter ABBREVIATION = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    private static final LocalDateTime EVER_SINCE = LocalDateTime.of(1970, 1, 1, 0, 0);

    private CalendarZone() {}

    static VTimeZone around(Instant start, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        VTimeZone definition = new VTimeZone();
        definition.add(new TzId(zone.getId()));
        Optional<ZoneOffsetTransition> before = Optional.ofNullable(rules.previousTransition(start.plusNanos(1)));
        Optional<ZoneOffsetTransition> after = Optional.ofNullable(rules.nextTransition(start));
        if (before.isEmpty()) {
            ZoneOffset offset = rules.getOffset(start);
            definition.add(observance(start, zone, EVER_SINCE, offset, offset));
        }
        Stream.concat(before.stream(), after.stream())
                .forEach(change -> definition.add(observance(
                        change.getInstant(),
                        zone,
                        change.getDateTimeBefore(),
                        change.getOffsetBefore(),
                        change.getOffsetAfter())));
        return definition;
    }

    private static Observance observance(
            Instant since, ZoneId zone, LocalDateTime onset, ZoneOffset from, ZoneOffset to) {
        Observance observance = zone.getRules().isDaylightSavings(since) ? new Daylight() : new Standard();
        observance.add(new TzName(ABBREVIATION.format(since.atZone(zone))));
        observance.add(new DtStart<>(onset));
        observance.add(new TzOffsetFrom(from));
        observance.add(new TzOffsetTo(to));
        return observance;
    }
}
