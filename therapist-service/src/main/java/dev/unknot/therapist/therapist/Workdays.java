package dev.unknot.therapist.therapist;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.therapist.location.Premises;
import dev.unknot.therapist.schedule.OpeningTimes;
import dev.unknot.therapist.schedule.TimeRanges;
import dev.unknot.therapist.schedule.Timetable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works when at a location, as it stands now; reckoned, so that days past and days beyond the horizon have an answer. */
@Service
public class Workdays {

    private final Therapists therapists;
    private final Timetables timetables;
    private final TimesOff timesOff;
    private final FormerEmployments formerEmployments;
    private final Premises premises;

    Workdays(
            Therapists therapists,
            Timetables timetables,
            TimesOff timesOff,
            FormerEmployments formerEmployments,
            Premises premises) {
        this.therapists = therapists;
        this.timetables = timetables;
        this.timesOff = timesOff;
        this.formerEmployments = formerEmployments;
        this.premises = premises;
    }

    /** Of all who are employed there, and of those who were and worked there in the period; in order of name. */
    @Transactional(readOnly = true)
    public List<WorkdayView> at(LocationId location, TimeRange period, LocationScope scope) {
        premises.requireVisible(location, scope);
        Map<UUID, Instant> former = formerEmployments.at(location, period.start());
        List<Therapist> staff = therapists.employedAt(location.value(), former.keySet());
        List<UUID> ids = staff.stream().map(Therapist::getId).toList();
        Map<UUID, Timetable> weeks = timetables.of(ids);
        Map<UUID, TimeRanges> off = timesOff.of(ids, period);
        Map<LocationId, OpeningTimes> places = premises.openingTimes(Stream.concat(
                        Stream.of(location), staff.stream().flatMap(therapist -> therapist.getLocations().stream()))
                .collect(Collectors.toSet()));
        return staff.stream()
                .map(therapist -> {
                    Timetable planned = weeks.getOrDefault(therapist.getId(), Timetable.NONE);
                    TimeRanges away = off.getOrDefault(therapist.getId(), TimeRanges.NONE);
                    List<TimeRange> working = therapist
                            .worked(planned, former.containsKey(therapist.getId()) ? location : null)
                            .workingTime(period, places, away)
                            .stream()
                            .filter(time -> time.locationId().equals(location))
                            .map(WorkingTime::during)
                            .toList();
                    Instant ended = former.get(therapist.getId());
                    return new Workday(
                            therapist,
                            ended == null || !ended.isBefore(period.end())
                                    ? working
                                    : new TimeRanges(working)
                                            .within(new TimeRange(period.start(), ended))
                                            .ranges(),
                            away.ranges(),
                            ended == null);
                })
                .filter(Workday::isOneHere)
                .map(Workday::view)
                .toList();
    }

    private record Workday(Therapist therapist, List<TimeRange> working, List<TimeRange> off, boolean employedHere) {

        /** Who is no longer here is told of only where they worked. */
        boolean isOneHere() {
            return !working.isEmpty() || (employedHere && therapist.getState() == TherapistState.ACTIVE);
        }

        WorkdayView view() {
            return new WorkdayView(new TherapistId(therapist.getId()), therapist.getName(), working, off);
        }
    }
}
