package dev.unknot.therapist.diary.web;

import dev.unknot.common.access.Role;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.therapist.DiaryEntryView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.therapist.Period;
import dev.unknot.therapist.Staff;
import dev.unknot.therapist.diary.Diary;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/therapists/{id}/diary")
class DiaryController {

    /** A quarter of a year. */
    private static final Duration LONGEST = Duration.ofDays(92);

    private final Diary diary;

    DiaryController(Diary diary) {
        this.diary = diary;
    }

    @Operation(operationId = "listDiaryEntries", summary = "Lists the visits in a therapist's diary")
    @Refuses({"403 diary-not-yours", "404 unknown-therapist", "422 range-empty range-too-long"})
    @GetMapping
    ItemList<DiaryEntryView> read(
            @PathVariable UUID id, @RequestParam Instant from, @RequestParam Instant to, Caller caller) {
        Staff.mayRead(caller);
        return ItemList.all(
                diary.read(new TherapistId(id), Period.of(from, to, LONGEST, "A diary"), scope(id, caller)));
    }

    /** Therapists see all of their own diary, wherever it is; other staff see what is at their locations. */
    private static LocationScope scope(UUID therapist, Caller caller) {
        if (!caller.is(Role.THERAPIST)) {
            return caller.locations();
        }
        if (!caller.subject().equals(therapist.toString())) {
            throw Rejection.forbidden("diary-not-yours", "A therapist reads their own diary only.");
        }
        return LocationScope.everywhere();
    }
}
