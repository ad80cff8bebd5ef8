package dev.unknot.booking.series;

import dev.unknot.booking.appointment.SeriesVisits;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.series.CancelSeries;
import dev.unknot.common.series.ChangeSeries;
import dev.unknot.common.series.SeriesChangeView;
import dev.unknot.common.series.SeriesMode;
import dev.unknot.common.series.SeriesScope;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.transaction.ResourceLocks;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes several visits of a series, or calls them off, one transaction per call. */
@Component
class SeriesChanges {

    private final SeriesVisits visits;
    private final AllSeries all;
    private final SeriesReports reports;
    private final ResourceLocks locks;
    private final Clock clock;

    SeriesChanges(SeriesVisits visits, AllSeries all, SeriesReports reports, ResourceLocks locks, Clock clock) {
        this.visits = visits;
        this.all = all;
        this.reports = reports;
        this.locks = locks;
        this.clock = clock;
    }

    /** @param before as locked in this transaction */
    @Transactional(propagation = Propagation.MANDATORY)
    SeriesChangeView change(Series before, ChangeSeries command, Caller caller, Steps steps) {
        List<Intent> intents = reach(before, caller).changed(command);
        Moves moves = new Moves(visits, before, command, caller);
        boolean atomic = command.mode() == SeriesMode.ATOMIC;
        Map<Integer, AppointmentView> taken = steps.take(moves.of(intents, steps), locks, atomic);
        steps.requireNotOneReason((int)
                intents.stream().filter(each -> !(each instanceof Intent.Leave)).count());
        if (atomic) {
            steps.requireNoneRefused();
        }
        Map<Integer, Occurrence> settled = new HashMap<>();
        for (Intent intent : intents) {
            AppointmentView visit = taken.get(intent.occurrence().number());
            if (visit != null) {
                settled.put(intent.occurrence().number(), moves.settled(intent, visit));
            }
        }
        boolean lasting = command.scope() != SeriesScope.THIS;
        return write(
                before.with(settled).with(lasting ? moves.seats() : before.participants()),
                before,
                intents,
                settled,
                caller,
                steps);
    }

    /** @param before as locked in this transaction */
    @Transactional(propagation = Propagation.MANDATORY)
    SeriesChangeView cancel(Series before, CancelSeries command, Caller caller, Steps steps) {
        CancelAppointment why = new CancelAppointment(command.cause(), command.note());
        List<Intent> intents = reach(before, caller).calledOff(command.scope(), command.from());
        Map<Integer, Step> cancellations = new LinkedHashMap<>();
        Map<Integer, Occurrence> settled = new HashMap<>();
        for (Intent intent : intents) {
            int number = intent.occurrence().number();
            switch (intent) {
                case Intent.Change change ->
                    cancellations.put(number, new CallingOff(visits, change.visit(), why, caller));
                case Intent.Book wanted ->
                    settled.put(number, wanted.occurrence().calledOff());
                case Intent.Leave leave -> {}
            }
        }
        steps.take(cancellations, locks, false)
                .forEach((number, visit) -> settled.put(number, before.occurrence(number)));
        return write(before.with(settled), before, intents, settled, caller, steps);
    }

    private Reach reach(Series series, Caller caller) {
        return Reach.of(series, visits.of(series.id(), caller), clock.instant());
    }

    private SeriesChangeView write(
            Series after,
            Series before,
            List<Intent> intents,
            Map<Integer, Occurrence> changed,
            Caller caller,
            Steps steps) {
        if (changed.isEmpty()) {
            return reports.of(before, intents, changed.keySet(), caller, steps);
        }
        Series next = after.next();
        all.update(before, next);
        return reports.of(next, intents, changed.keySet(), caller, steps);
    }
}
