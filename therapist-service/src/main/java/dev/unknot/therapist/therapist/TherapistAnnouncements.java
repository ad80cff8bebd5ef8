package dev.unknot.therapist.therapist;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.outbox.Outbox;
import dev.unknot.therapist.location.OpeningHoursChanged;
import dev.unknot.therapist.location.Premises;
import dev.unknot.therapist.schedule.Horizon;
import dev.unknot.therapist.schedule.Horizons;
import dev.unknot.therapist.schedule.OpeningTimes;
import dev.unknot.therapist.schedule.PublishedOverHorizon;
import dev.unknot.therapist.schedule.TimeRanges;
import dev.unknot.therapist.schedule.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Snapshots of therapists, each written in the transaction of the change, when the therapist's row is new or locked. */
@Component
class TherapistAnnouncements implements PublishedOverHorizon {

    private final Therapists therapists;
    private final Timetables timetables;
    private final TimesOff timesOff;
    private final Premises premises;
    private final TherapistMapper mapper;
    private final Horizons horizons;
    private final Outbox outbox;

    TherapistAnnouncements(
            Therapists therapists,
            Timetables timetables,
            TimesOff timesOff,
            Premises premises,
            TherapistMapper mapper,
            Horizons horizons,
            Outbox outbox) {
        this.therapists = therapists;
        this.timetables = timetables;
        this.timesOff = timesOff;
        this.premises = premises;
        this.mapper = mapper;
        this.horizons = horizons;
        this.outbox = outbox;
    }

    /**
     * Their times off are read here, so that those just taken or taken back are as they now are.
     *
     * @param timetable as planned
     * @param locations every location the therapist is employed at
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(
            Therapist therapist, Timetable timetable, Map<LocationId, OpeningTimes> locations, @Nullable String cause) {
        List<ZoneId> zones = locations.values().stream().map(OpeningTimes::zone).toList();
        Horizon horizon = horizons.of(zones);
        therapist.announced(horizon.fresh(), horizons.today(zones).earliest());
        TimeRange known = horizon.known();
        TimeRanges off = timesOff.of(therapist.getId(), known);
        Timetable worked = therapist.worked(timetable);
        var working = worked.workingTime(known, locations, off);
        var closed = worked.closed(known, locations);
        var away = worked.timeOff(known, locations, off);
        outbox.announce(mapper.snapshot(therapist, known, working, closed, away), therapist.getVersion(), cause);
    }

    /**
     * Together with the change, so that a crash loses nothing. Who is changing one of the therapists right now either
     * sees the new hours, as we hold the row first, or is marked after they are done.
     */
    @EventListener
    void openingHoursChanged(OpeningHoursChanged changed) {
        therapists.makeStale(changed.locationId().value());
    }

    @Override
    public List<UUID> stale(Instant now, UUID after, int limit) {
        return therapists.stale(now, after, Limit.of(limit));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void publishAgain(UUID id, Instant now) {
        therapists
                .lockIfStale(id, now)
                .ifPresent(therapist -> announce(
                        therapist, timetables.of(id), premises.openingTimes(therapist.getLocations()), "horizon"));
    }
}
