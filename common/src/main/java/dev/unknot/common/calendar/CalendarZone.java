package dev.unknot.common.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
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
 * A zone as a calendar file tells it (RFC 5545, section 3.6.5): its changes of offset, from the one before the first visit to the
 * one after the last. They come from the same rules that booked the visits, not from a table of the calendar library's.
 */
final class CalendarZone {

    private static final DateTimeFormatter ABBREVIATION = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    private static final LocalDateTime EVER_SINCE = LocalDateTime.of(1970, 1, 1, 0, 0);

    private CalendarZone() {}

    /** From the first visit's start to the last one's, which may be the same. */
    static VTimeZone spanning(Instant first, Instant last, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        VTimeZone definition = new VTimeZone();
        definition.add(new TzId(zone.getId()));
        Optional<ZoneOffsetTransition> before = Optional.ofNullable(rules.previousTransition(first.plusNanos(1)));
        if (before.isEmpty()) {
            ZoneOffset offset = rules.getOffset(first);
            definition.add(observance(first, zone, EVER_SINCE, offset, offset));
        }
        Stream.concat(before.stream(), changesUntilAfter(last, first, rules))
                .forEach(change -> definition.add(observance(
                        change.getInstant(),
                        zone,
                        change.getDateTimeBefore(),
                        change.getOffsetBefore(),
                        change.getOffsetAfter())));
        return definition;
    }

    private static Stream<ZoneOffsetTransition> changesUntilAfter(Instant last, Instant first, ZoneRules rules) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        Optional<ZoneOffsetTransition> next = Optional.ofNullable(rules.nextTransition(first));
        while (next.isPresent()) {
            Instant change = next.get().getInstant();
            changes.add(next.get());
            next = change.isAfter(last) ? Optional.empty() : Optional.ofNullable(rules.nextTransition(change));
        }
        return changes.stream();
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
