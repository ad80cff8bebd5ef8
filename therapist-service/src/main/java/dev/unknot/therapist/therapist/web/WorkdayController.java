package dev.unknot.therapist.therapist.web;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.therapist.Period;
import dev.unknot.therapist.Staff;
import dev.unknot.therapist.therapist.Workdays;
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
@RequestMapping("/api/v1/locations/{id}/workday")
class WorkdayController {

    /** A week, through a change of the clocks. */
    private static final Duration LONGEST = Duration.ofDays(8);

    private final Workdays workdays;

    WorkdayController(Workdays workdays) {
        this.workdays = workdays;
    }

    @Operation(operationId = "listWorkdays", summary = "Lists who works at a location, and when, in at most eight days")
    @Refuses({"404 unknown-location", "422 range-empty range-too-long"})
    @GetMapping
    ItemList<WorkdayView> read(
            @PathVariable UUID id, @RequestParam Instant from, @RequestParam Instant to, Caller caller) {
        Staff.mayRead(caller);
        return ItemList.all(
                workdays.at(new LocationId(id), Period.of(from, to, LONGEST, "A workday"), caller.locations()));
    }
}
