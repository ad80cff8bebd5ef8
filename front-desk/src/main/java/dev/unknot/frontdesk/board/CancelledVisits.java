package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.CancellationView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.frontdesk.clinic.Who;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the visits of a day that were cancelled, and who cancelled them. */
@Component
class CancelledVisits {

    private final Who who;

    CancelledVisits(Who who) {
        this.who = who;
    }

    /** By start. */
    List<CancelledVisit> of(DayFacts facts) {
        List<AppointmentView> cancelled = facts.appointments().stream()
                .filter(visit -> visit.cancellation() != null)
                .sorted(Comparator.comparing(AppointmentView::start))
                .toList();
        Map<String, String> names = who.words(cancelled.stream()
                .map(AppointmentView::cancellation)
                .filter(Objects::nonNull)
                .map(CancellationView::actor)
                .toList());
        return cancelled.stream().map(visit -> line(visit, facts, names)).toList();
    }

    private static CancelledVisit line(AppointmentView visit, DayFacts facts, Map<String, String> names) {
        CancellationView cancellation = Objects.requireNonNull(visit.cancellation());
        WallTime clock = new WallTime(facts.zone());
        return new CancelledVisit(
                visit.id(),
                clock.span(DayFacts.during(visit)),
                facts.clientsOf(visit),
                facts.treatments().getOrDefault(visit.treatmentId(), "Treatment"),
                therapists(visit, facts),
                CalledOff.of(cancellation, Objects.requireNonNull(names.get(cancellation.actor())), clock));
    }

    private static String therapists(AppointmentView visit, DayFacts facts) {
        Map<TherapistId, String> names = facts.workdays().stream()
                .collect(Collectors.toMap(WorkdayView::therapistId, WorkdayView::name, (one, other) -> one));
        return visit.participants().stream()
                .map(Participant::therapistId)
                .distinct()
                .map(id -> names.getOrDefault(id, "somebody who has left"))
                .collect(Collectors.joining(", "));
    }
}
