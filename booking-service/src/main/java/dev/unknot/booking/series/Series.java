package dev.unknot.booking.series;

import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.series.BookSeries;
import dev.unknot.common.series.Recurrence;
import dev.unknot.common.series.SeriesId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Visits agreed on together.
 *
 * @param zone the location's when it was agreed on
 * @param occurrences by number, from 1
 */
record Series(
        SeriesId id,
        long version,
        List<Seat> participants,
        TreatmentId treatment,
        int minutes,
        LocationId location,
        ZoneId zone,
        LocalDate firstDate,
        LocalTime localTime,
        Recurrence recurrence,
        List<Occurrence> occurrences) {

    Series {
        participants = List.copyOf(participants);
        occurrences = List.copyOf(occurrences);
    }

    /** Nothing of it booked yet. */
    static Series agreed(SeriesId id, BookSeries command, ZoneId zone, List<LocalDate> dates) {
        return new Series(
                id,
                1,
                command.participants(),
                command.treatmentId(),
                command.minutes(),
                command.locationId(),
                zone,
                command.firstDate(),
                command.localTime(),
                command.recurrence(),
                IntStream.range(0, dates.size())
                        .mapToObj(
                                i -> new Occurrence(i + 1, new WallTime(dates.get(i), command.localTime()), null, null))
                        .toList());
    }

    /** With the occurrences of these numbers in place of those it has. */
    Series with(Map<Integer, Occurrence> changed) {
        return copy(
                version,
                participants,
                occurrences.stream()
                        .map(each -> changed.getOrDefault(each.number(), each))
                        .toList());
    }

    Series with(List<Seat> seats) {
        return copy(version, seats, occurrences);
    }

    Series next() {
        return copy(version + 1, participants, occurrences);
    }

    Occurrence occurrence(int number) {
        return occurrences.get(number - 1);
    }

    /** Who comes, with other therapists where some are named. */
    List<Seat> seats(@Nullable List<TherapistId> therapists) {
        if (therapists == null) {
            return participants;
        }
        if (therapists.size() != participants.size()) {
            throw SeriesRefusals.notEachNamed();
        }
        return IntStream.range(0, participants.size())
                .mapToObj(i -> new Seat(participants.get(i).clientId(), therapists.get(i)))
                .toList();
    }

    /** Whether it was agreed on with therapists, each of them named. */
    boolean isWithNamedTherapists() {
        return participants.stream().allMatch(seat -> seat.therapistId() != null);
    }

    /** One visit of it, as it would be booked alone. */
    BookAppointment visit(Instant start, List<Seat> seats, @Nullable List<Waiver> waive) {
        return new BookAppointment(seats, treatment, minutes, location, start, null, waive);
    }

    private Series copy(long version, List<Seat> participants, List<Occurrence> occurrences) {
        return new Series(
                id,
                version,
                participants,
                treatment,
                minutes,
                location,
                zone,
                firstDate,
                localTime,
                recurrence,
                occurrences);
    }
}
