package dev.unknot.therapist.therapist;

import dev.unknot.common.therapist.PatternView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.therapist.schedule.Timetable;
import java.util.List;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface TherapistMapper {

    @Mapping(target = "patterns", source = "timetable")
    TherapistView view(Therapist therapist, Timetable timetable);

    TherapistSnapshot snapshot(
            Therapist therapist,
            TimeRange horizon,
            List<WorkingTime> workingTime,
            List<WorkingTime> closed,
            List<WorkingTime> timeOff);

    default List<PatternView> patterns(Timetable timetable) {
        return timetable.patterns().values().stream()
                .map(rota -> new PatternView(rota.validFrom(), rota.weeks(), rota.shifts()))
                .toList();
    }

    default TherapistId therapistId(UUID id) {
        return new TherapistId(id);
    }
}
