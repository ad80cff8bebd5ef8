package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One start that somebody wants for one or several, all in one room.
 *
 * @param minutes of the treatment
 * @param addedMinutes by which add-ons lengthen the session
 * @param seats at least one
 * @param room null: any
 * @param preferred the room to take where it is free; null: the least capable
 * @param moving the appointment whose own claims do not count
 * @param waived codes of soft rules to leave out; codes of hard rules have no effect
 * @param ignoreClaims judge by everything but claims, for who leaves those to the database
 * @param overbook whether the therapists' own claims are left out, and nobody else's
 * @param asAgreed whether it is what {@code moving} was booked for, so that nobody asks whether it is still sold
 */
public record PartyWish(
        TreatmentSnapshot treatment,
        int minutes,
        int addedMinutes,
        LocationId location,
        Instant start,
        List<Seat> seats,
        @Nullable RoomId room,
        @Nullable RoomId preferred,
        @Nullable AppointmentId moving,
        Set<String> waived,
        boolean ignoreClaims,
        boolean overbook,
        boolean asAgreed,
        Instant now) {

    public PartyWish {
        seats = List.copyOf(seats);
        waived = Set.copyOf(waived);
    }

    /**
     * Who sits there. Seats that name one therapist share them, as do those that name none and have one at present; all
     * others are given different ones.
     *
     * @param client null: nobody in particular
     * @param therapist null: any
     * @param present who is taken before others where none is named; null: nobody in particular
     */
    public record Seat(
            @Nullable ClientId client,
            @Nullable TherapistId therapist,
            @Nullable TherapistId present) {

        public Seat(@Nullable ClientId client, @Nullable TherapistId therapist) {
            this(client, therapist, null);
        }

        private boolean shares(Seat other) {
            return therapist != null || other.therapist != null
                    ? therapist != null && therapist.equals(other.therapist)
                    : present != null && present.equals(other.present);
        }
    }

    /** For each therapist that is wanted, the seats they are to serve, in order. */
    List<List<Integer>> tables() {
        return IntStream.range(0, seats.size())
                .filter(seat -> firstLike(seat) == seat)
                .mapToObj(first -> IntStream.range(first, seats.size())
                        .filter(seat -> firstLike(seat) == first)
                        .boxed()
                        .toList())
                .toList();
    }

    private int firstLike(int seat) {
        return IntStream.range(0, seat)
                .filter(earlier -> seats.get(earlier).shares(seats.get(seat)))
                .findFirst()
                .orElse(seat);
    }

    BookingWish of(Seat seat, boolean withoutClaims) {
        return new BookingWish(
                treatment,
                minutes,
                addedMinutes,
                location,
                start,
                seat.therapist(),
                seat.client(),
                moving,
                waived,
                withoutClaims,
                overbook,
                asAgreed,
                now);
    }
}
