package dev.unknot.booking.appointment;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time asked for, with what it refers to looked up.
 *
 * @param therapist null: any fitting one
 * @param client null: nobody is named yet
 * @param moving the appointment that is to have it, whose own claims do not count and whose therapist and room come first;
 *     null: a new one
 * @param waived codes of the soft rules set aside
 */
record Wish(
        TreatmentSnapshot treatment,
        int minutes,
        LocationId location,
        Instant start,
        @Nullable TherapistId therapist,
        @Nullable ClientId client,
        @Nullable Appointment moving,
        Set<String> waived,
        Fields fields,
        Instant now) {

    TimeRange session() {
        return TimeRange.of(start, Duration.ofMinutes(minutes));
    }

    /** Whether it is what {@code moving} has; any therapist is as good as the one it has. */
    boolean isOf(Appointment moving) {
        return moving.displaced() == null
                && start.equals(moving.start())
                && minutes == moving.visit().minutes()
                && location.equals(moving.visit().locationId())
                && (therapist == null || therapist.equals(moving.therapist()));
    }

    /** Of a length that the rules have found to be offered; what was agreed on stays for as long as the length does. */
    private Money price() {
        if (moving != null && moving.visit().minutes() == minutes) {
            return moving.visit().price();
        }
        return treatment.offers().stream()
                .filter(offer -> offer.minutes() == minutes)
                .map(Offer::price)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(minutes + " minutes are not offered"));
    }

    Visit visit(ZoneId zone, RoomId room) {
        return new Visit(minutes, location, zone, room, start, price());
    }
}
