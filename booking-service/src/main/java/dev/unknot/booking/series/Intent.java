package dev.unknot.booking.series;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.series.OccurrenceRefusal;

/** What a call means for one occurrence, as things stand. */
sealed interface Intent {

    Occurrence occurrence();

    /** Nothing: it is not to be touched. */
    record Leave(Occurrence occurrence, OccurrenceRefusal why) implements Intent {}

    /** It has a visit, which is to be changed; one that is called off keeps its time. */
    record Change(Occurrence occurrence, AppointmentView visit, WallTime to) implements Intent {}

    /** It was refused and is wanted still. */
    record Book(Occurrence occurrence, WallTime to) implements Intent {}
}
