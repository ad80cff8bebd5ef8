package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.booking.terms.Quote;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time asked for, with what it refers to looked up.
 *
 * @param minutes of the treatment, without add-ons
 * @param seats who comes, and to whom
 * @param room null: any fitting one
 * @param moving the appointment that is to have it, whose own claims do not count and whose therapists and room come first;
 *     null: a new one
 * @param waived codes of the soft rules set aside
 * @param overbook why the therapists, each of them named, may be given twice; null: they may not
 * @param judgedAt when the rules take it to be: {@code now}, but for who has come to a visit that has started
 */
record Wish(
        TreatmentSnapshot treatment,
        int minutes,
        Price price,
        LocationId location,
        Instant start,
        List<Seat> seats,
        @Nullable RoomId room,
        @Nullable Appointment moving,
        Set<String> waived,
        @Nullable String overbook,
        Fields fields,
        Instant now,
        Instant judgedAt) {

    Wish {
        seats = List.copyOf(seats);
    }

    /** Judged now. */
    Wish(
            TreatmentSnapshot treatment,
            int minutes,
            Price price,
            LocationId location,
            Instant start,
            List<Seat> seats,
            @Nullable RoomId room,
            @Nullable Appointment moving,
            Set<String> waived,
            @Nullable String overbook,
            Fields fields,
            Instant now) {
        this(treatment, minutes, price, location, start, seats, room, moving, waived, overbook, fields, now, now);
    }

    /** With more rules set aside. */
    Wish sparing(Set<String> more) {
        return new Wish(
                treatment,
                minutes,
                price,
                location,
                start,
                seats,
                room,
                moving,
                Stream.concat(waived.stream(), more.stream()).collect(Collectors.toUnmodifiableSet()),
                overbook,
                fields,
                now,
                judgedAt);
    }

    TimeRange session() {
        return TimeRange.of(start, Duration.ofMinutes(minutes + addedMinutes()));
    }

    List<ClientId> clients() {
        return seats.stream().map(Seat::client).filter(Objects::nonNull).toList();
    }

    Set<TherapistId> named() {
        return seats.stream().map(Seat::therapist).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    boolean leavesAChoiceOfTherapists() {
        return seats.stream().anyMatch(seat -> seat.therapist() == null);
    }

    /** Whether it is what {@code moving} has; any therapist and any room are as good as those it has. */
    boolean isOf(Appointment moving) {
        return moving.displaced() == null
                && start.equals(moving.start())
                && moving.visit().length() == minutes
                && (price.quote() == null
                        || moving.visit().addOns().equals(price.quote().addOns()))
                && location.equals(moving.visit().locationId())
                && (room == null || room.equals(moving.visit().roomId()))
                && moving.seats(null).stream()
                        .map(Seat::present)
                        .toList()
                        .equals(seats.stream()
                                .map(seat -> seat.therapist() == null ? seat.present() : seat.therapist())
                                .toList());
    }

    /**
     * Whether {@code moving} was booked for that treatment, that long, there and for that money. Then it does not matter
     * whether it is still sold so.
     */
    boolean asAgreed() {
        return moving != null
                && moving.isMoreThanHeld()
                && treatment.id().equals(moving.treatmentId())
                && minutes == moving.visit().length()
                && location.equals(moving.visit().locationId())
                && moving.visit().agreed().equals(price.quote());
    }

    int addedMinutes() {
        if (moving != null && asAgreed()) {
            return moving.visit().addedMinutes();
        }
        Quote quote = price.quote();
        return quote == null ? 0 : quote.addedMinutes();
    }

    /** Of a length that the rules have found to be sold. */
    Visit visit(ZoneId zone, RoomId room) {
        Quote quote = price.quote();
        if (quote == null) {
            throw new IllegalStateException(minutes + " minutes are not sold");
        }
        return new Visit(
                minutes + addedMinutes(), location, zone, room, start, quote.price(), quote.tax(), quote.addOns());
    }
}
