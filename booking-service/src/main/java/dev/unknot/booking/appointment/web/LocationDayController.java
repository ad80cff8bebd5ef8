package dev.unknot.booking.appointment.web;

import dev.unknot.booking.appointment.AppointmentBook;
import dev.unknot.common.appointment.LocationDay;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/locations/{id}/day")
class LocationDayController {

    private final AppointmentBook book;

    LocationDayController(AppointmentBook book) {
        this.book = book;
    }

    @Operation(
            operationId = "getLocationDay",
            summary = "Shows a location's day, as the book stands or as it stood at a moment")
    @GetMapping
    LocationDay day(
            @PathVariable UUID id,
            @RequestParam LocalDate date,
            @RequestParam(required = false) @Nullable Instant asOf,
            Caller caller) {
        return book.day(new LocationId(id), date, asOf, caller);
    }
}
