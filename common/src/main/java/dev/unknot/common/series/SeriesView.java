package dev.unknot.common.series;

import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.treatment.TreatmentId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A series as the API shows it. What was agreed on stands as agreed; where each visit stands now is with the occurrence.
 *
 * @param version rises with every change of the series; a visit changed alone does not raise it
 * @param participants as asked for when it was agreed on, or last changed for several occurrences
 */
public record SeriesView(
        SeriesId id,
        long version,
        List<Seat> participants,
        TreatmentId treatmentId,
        int minutes,
        LocationId locationId,
        ZoneId zone,
        LocalDate firstDate,
        LocalTime localTime,
        Recurrence recurrence,
        List<OccurrenceView> occurrences) {}
