package dev.unknot.booking.series;

import dev.unknot.booking.appointment.SeriesVisits;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.series.ChangeSeries;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps that a change of a series takes. */
final class Moves {

    /** Whoever goes back makes room for who comes after, whoever goes forward for who comes before. */
    private static final Comparator<Intent.Change> OUT_OF_EACH_OTHERS_WAY = (one, other) -> {
        boolean back = goesBack(one);
        return back != goesBack(other)
                ? Boolean.compare(!back, back)
                : (back ? 1 : -1) * one.to().dateTime().compareTo(other.to().dateTime());
    };

    private final SeriesVisits visits;
    private final Series series;
    private final ChangeSeries command;
    private final Caller caller;
    private final List<Seat> seats;

    /** @throws Rejection unless each participant has a therapist, where therapists are named */
    Moves(SeriesVisits visits, Series series, ChangeSeries command, Caller caller) {
        this.visits = visits;
        this.series = series;
        this.command = command;
        this.caller = caller;
        this.seats = series.seats(command.therapists());
    }

    /** In the order in which they can be taken. */
    Map<Integer, Step> of(List<Intent> intents, Steps steps) {
        Map<Integer, Step> moves = new LinkedHashMap<>();
        intents.stream()
                .filter(Intent.Change.class::isInstance)
                .map(Intent.Change.class::cast)
                .sorted(OUT_OF_EACH_OTHERS_WAY)
                .forEach(intent -> add(moves, intent, steps));
        intents.stream()
                .filter(Intent.Book.class::isInstance)
                .map(Intent.Book.class::cast)
                .forEach(intent -> add(moves, intent, steps));
        return moves;
    }

    List<Seat> seats() {
        return seats;
    }

    /** Where the series puts it now; who only comes to somebody else stays in place. */
    Occurrence settled(Intent intent, AppointmentView visit) {
        Occurrence occurrence = intent.occurrence();
        return switch (intent) {
            case Intent.Book book -> occurrence.booked(visit.id(), book.to());
            case Intent.Change change ->
                occurrence.booked(visit.id(), Reach.keepsTimes(command) ? occurrence.at() : change.to());
            case Intent.Leave leave -> occurrence;
        };
    }

    private void add(Map<Integer, Step> moves, Intent.Change intent, Steps steps) {
        int number = intent.occurrence().number();
        AppointmentView visit = intent.visit();
        try {
            moves.put(number, new Moving(visits, visit, move(visit, intent.to().in(visit.zone())), caller));
        } catch (Rejection leftOut) {
            steps.refuse(number, leftOut);
        }
    }

    private void add(Map<Integer, Step> moves, Intent.Book intent, Steps steps) {
        int number = intent.occurrence().number();
        try {
            Instant start = intent.to().in(series.zone());
            moves.put(number, new Booking(visits, series.visit(start, seats, command.waive()), series.id(), caller));
        } catch (Rejection leftOut) {
            steps.refuse(number, leftOut);
        }
    }

    private RescheduleAppointment move(AppointmentView visit, Instant start) {
        return new RescheduleAppointment(
                start, null, null, null, command.waive(), command.cause(), therapists(visit), null, null, null);
    }

    /** Who asked for somebody keeps the one they have; who did not takes anybody, the present one first. */
    private @Nullable List<TherapistId> therapists(AppointmentView visit) {
        if (command.therapists() != null || !series.isWithNamedTherapists()) {
            return command.therapists();
        }
        return visit.participants().stream().map(Participant::therapistId).toList();
    }

    private static boolean goesBack(Intent.Change change) {
        return change.to().dateTime().isBefore(change.visit().localStart());
    }
}
