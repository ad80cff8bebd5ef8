package dev.unknot.booking.slot.web;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.unknot.booking.slot.SlotRequest;
import dev.unknot.booking.slot.SlotSearch;
import dev.unknot.common.api.ItemList;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.appointment.SlotExplanation;
import dev.unknot.common.appointment.TherapistStarts;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/slots")
class SlotController {

    private final SlotSearch search;

    SlotController(SlotSearch search) {
        this.search = search;
    }

    @Operation(operationId = "findSlots", summary = "Finds times that can be booked")
    @RefusesSearches
    @GetMapping
    ItemList<Slot> find(
            @RequestParam UUID treatment,
            @RequestParam int minutes,
            @RequestParam(defaultValue = "") Set<UUID> location,
            @RequestParam(required = false) @Nullable UUID therapist,
            @RequestParam(required = false) @Nullable Gender gender,
            @RequestParam(defaultValue = "") List<UUID> client,
            @RequestParam(required = false) @Nullable UUID moving,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "") Set<Weekday> weekday,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime fromTime,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime toTime,
            @RequestParam(required = false) @Nullable UUID near,
            @RequestParam(defaultValue = "earliest") String rank,
            @RequestParam(defaultValue = "false") boolean each,
            @RequestParam(defaultValue = "") Set<String> waive,
            @RequestParam(required = false) @Nullable Integer party,
            @RequestParam(required = false) @Nullable Integer therapists,
            @RequestParam(defaultValue = "") List<String> addOn,
            Caller caller) {
        return search.find(
                request(
                        treatment,
                        minutes,
                        location,
                        therapist,
                        gender,
                        client,
                        moving,
                        from,
                        to,
                        cursor,
                        limit,
                        weekday,
                        fromTime,
                        toTime,
                        near,
                        rank,
                        each,
                        waive,
                        party,
                        therapists,
                        addOn),
                caller);
    }

    /** Why there are so few; the same parameters. */
    @Operation(
            operationId = "explainSlots",
            summary = "Explains which rules leave how much of the time, with the same parameters")
    @RefusesSearches
    @GetMapping("/explanation")
    SlotExplanation explain(
            @RequestParam UUID treatment,
            @RequestParam int minutes,
            @RequestParam(defaultValue = "") Set<UUID> location,
            @RequestParam(required = false) @Nullable UUID therapist,
            @RequestParam(required = false) @Nullable Gender gender,
            @RequestParam(defaultValue = "") List<UUID> client,
            @RequestParam(required = false) @Nullable UUID moving,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "") Set<Weekday> weekday,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime fromTime,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime toTime,
            @RequestParam(required = false) @Nullable UUID near,
            @RequestParam(defaultValue = "earliest") String rank,
            @RequestParam(defaultValue = "false") boolean each,
            @RequestParam(defaultValue = "") Set<String> waive,
            @RequestParam(required = false) @Nullable Integer party,
            @RequestParam(required = false) @Nullable Integer therapists,
            @RequestParam(defaultValue = "") List<String> addOn,
            Caller caller) {
        return search.explain(
                request(
                        treatment,
                        minutes,
                        location,
                        therapist,
                        gender,
                        client,
                        moving,
                        from,
                        to,
                        cursor,
                        limit,
                        weekday,
                        fromTime,
                        toTime,
                        near,
                        rank,
                        each,
                        waive,
                        party,
                        therapists,
                        addOn),
                caller);
    }

    /** When anything that is sold could begin, by therapist; {@code from} and {@code to} are at most a day apart. */
    @Operation(
            operationId = "listStarts",
            summary = "Lists when anything that is sold could begin, by therapist, in at most a day")
    @Refuses({"422 range-empty range-too-long unknown-location", "503 not-ready"})
    @GetMapping("/starts")
    ItemList<TherapistStarts> starts(
            @RequestParam UUID location, @RequestParam Instant from, @RequestParam Instant to, Caller caller) {
        return search.starts(new LocationId(location), from, to, caller);
    }

    private static SlotRequest request(
            UUID treatment,
            int minutes,
            Set<UUID> location,
            @Nullable UUID therapist,
            @Nullable Gender gender,
            List<UUID> client,
            @Nullable UUID moving,
            Instant from,
            Instant to,
            @Nullable String cursor,
            int limit,
            Set<Weekday> weekday,
            @Nullable LocalTime fromTime,
            @Nullable LocalTime toTime,
            @Nullable UUID near,
            String rank,
            boolean each,
            Set<String> waive,
            @Nullable Integer party,
            @Nullable Integer therapists,
            List<String> addOn) {
        List<ClientId> clients = client.stream()
                .filter(Objects::nonNull)
                .distinct()
                .map(ClientId::new)
                .toList();
        return new SlotRequest(
                new TreatmentId(treatment),
                minutes,
                location.stream().map(LocationId::new).collect(toUnmodifiableSet()),
                therapist == null ? null : new TherapistId(therapist),
                gender,
                clients,
                moving == null ? null : new AppointmentId(moving),
                from,
                to,
                cursor,
                limit,
                each,
                waive,
                Wishes.of(weekday, fromTime, toTime, near, rank, Wishes.party(party, therapists, clients.size())),
                addOn,
                null);
    }
}
