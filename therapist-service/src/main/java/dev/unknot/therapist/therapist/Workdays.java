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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works when at a location, as it stands now; reckoned, so that days past and days beyond the horizon have an answer. */
@Service
public class Workdays {

    private final Therapists therapists;
    private final Timetables timetables;
    private final TimesOff timesOff;
    private final Premises premises;

    Workdays(Therapists therapists, Timetables timetables, TimesOff timesOff, Premises premises) {
        this.therapists = therapists;
        this.timetables = timetables;
        this.timesOff = timesOff;
        this.premises = premises;
    }

    /** Of all who are employed there, in order of name. */
    @Transactional(readOnly = true)
    public List<WorkdayView> at(LocationId location, TimeRange period, LocationScope scope) {
        premises.requireVisible(location, scope);
        List<Therapist> staff = therapists.employedAt(location.value(), TherapistState.ACTIVE);
        List<UUID> ids = staff.stream().map(Therapist::getId).toList();
        Map<UUID, Timetable> weeks = timetables.of(ids);
        Map<UUID, TimeRanges> off = timesOff.of(ids, period);
        Map<LocationId, OpeningTimes> places = premises.openingTimes(staff.stream()
                .flatMap(therapist -> therapist.getLocations().stream())
                .collect(Collectors.toSet()));
        return staff.stream()
                .map(therapist -> {
                    Timetable week = weeks.getOrDefault(therapist.getId(), Timetable.NONE);
                    TimeRanges away = off.getOrDefault(therapist.getId(), TimeRanges.NONE);
                    return new WorkdayView(
                            new TherapistId(therapist.getId()),
                            therapist.getName(),
                            week.workingTime(period, places, away).stream()
                                    .filter(time -> time.locationId().equals(location))
                                    .map(WorkingTime::during)
                                    .toList(),
                            away.ranges());
                })
                .toList();
    }
}
