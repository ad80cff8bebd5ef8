package dev.unknot.booking.appointment;

import dev.unknot.booking.terms.Quote;
import dev.unknot.common.appointment.AddOn;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When and where the session is, how long and for how much.
 *
 * @param minutes of the session, its add-ons' included
 * @param tax the part of the price that is tax; null: not known
 * @param addOns what is given on top; their minutes and prices are among the visit's
 */
record Visit(
        int minutes,
        LocationId locationId,
        ZoneId zone,
        RoomId roomId,
        Instant start,
        Money price,
        @Nullable Money tax,
        List<AddOn> addOns) {

    Visit {
        addOns = List.copyOf(addOns);
    }

    Visit(int minutes, LocationId locationId, ZoneId zone, RoomId roomId, Instant start, Money price) {
        this(minutes, locationId, zone, roomId, start, price, null, List.of());
    }

    Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }

    Visit ending(Instant end) {
        return new Visit(
                Math.toIntExact(Duration.between(start, end).toMinutes()),
                locationId,
                zone,
                roomId,
                start,
                price,
                tax,
                addOns);
    }

    /** In minutes, of the treatment alone; 0 where a session cut short left time for no more than the add-ons. */
    int length() {
        return minutes - addedMinutes();
    }

    /** Of its minutes those of the add-ons. */
    int addedMinutes() {
        return Math.min(minutes, agreed().addedMinutes());
    }

    /** What was agreed on, which stays however prices change. */
    Quote agreed() {
        return new Quote(price, tax, addOns);
    }

    List<String> addOnCodes() {
        return addOns.stream().map(AddOn::code).toList();
    }

    /** To whoever comes: which room it is makes no difference. */
    boolean sameToTheClient(Visit other) {
        return start.equals(other.start)
                && minutes == other.minutes
                && locationId.equals(other.locationId)
                && price.equals(other.price);
    }

    /** Whether the location's calendar shows a day of the session; one over midnight has two. */
    boolean isOnDayOf(Instant now) {
        LocalDate today = day(now);
        return !today.isBefore(day(start)) && !today.isAfter(day(end().minusNanos(1)));
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
