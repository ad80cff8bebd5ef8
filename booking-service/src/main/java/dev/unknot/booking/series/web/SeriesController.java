package dev.unknot.booking.series.web;

import dev.unknot.booking.series.SeriesBook;
import dev.unknot.common.series.BookSeries;
import dev.unknot.common.series.CancelSeries;
import dev.unknot.common.series.ChangeSeries;
import dev.unknot.common.series.SeriesChangeView;
import dev.unknot.common.series.SeriesId;
import dev.unknot.common.series.SeriesView;
import dev.unknot.platform.dryrun.DryRunnable;
import dev.unknot.platform.idempotency.Created;
import dev.unknot.platform.idempotency.IdempotencyKey;
import dev.unknot.platform.idempotency.IdempotentCreates;
import dev.unknot.platform.openapi.Refuses;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ETags;
import dev.unknot.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@DryRunnable
@RestController
@RequestMapping("/api/v1/series")
class SeriesController {

    private final SeriesBook book;
    private final IdempotentCreates creates;

    SeriesController(SeriesBook book, IdempotentCreates creates) {
        this.book = book;
        this.creates = creates;
    }

    @Operation(operationId = "bookSeries", summary = "Books a series of visits")
    @Refuses({
        "403 waiver-not-allowed",
        "409 series-refused",
        "422 client-twice first-date-off-recurrence no-such-local-time recurrence-unclear",
        "422 series-date-out-of-range series-too-long series-too-short start-off-grid unknown-client",
        "422 unknown-therapist unknown-treatment waiver-not-allowed",
        "503 not-ready"
    })
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SeriesView> book(
            @RequestBody @Valid BookSeries command, @Nullable IdempotencyKey key, Caller caller) {
        Supplier<SeriesView> booking = book.booking(command, caller);
        return creates.once(key, command, SeriesView.class, () -> {
            SeriesView view = booking.get();
            return new Created<>(URI.create("/api/v1/series/" + view.id()), view.version(), view);
        });
    }

    @Operation(operationId = "getSeries", summary = "Shows a series with all its visits")
    @GetMapping("/{id}")
    ResponseEntity<SeriesView> one(@PathVariable UUID id, Caller caller) {
        SeriesView view = book.view(new SeriesId(id), caller);
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }

    @Operation(
            operationId = "changeSeries",
            summary = "Moves or changes one visit of a series, all that follow, or all")
    @Refuses({
        "403 waiver-not-allowed",
        "409 nothing-to-change series-refused",
        "422 no-such-local-time series-moved-twice unknown-occurrence waiver-not-allowed",
        "503 not-ready"
    })
    @PostMapping("/{id}/change")
    ResponseEntity<SeriesChangeView> change(
            @PathVariable UUID id, ExpectedVersion expected, @RequestBody @Valid ChangeSeries command, Caller caller) {
        return tagged(book.change(new SeriesId(id), expected, command, caller));
    }

    @Operation(operationId = "cancelSeries", summary = "Cancels one visit of a series, all that follow, or all")
    @Refuses({"409 nothing-to-change series-refused", "422 unknown-occurrence"})
    @PostMapping("/{id}/cancellation")
    ResponseEntity<SeriesChangeView> cancel(
            @PathVariable UUID id, ExpectedVersion expected, @RequestBody @Valid CancelSeries command, Caller caller) {
        return tagged(book.cancel(new SeriesId(id), expected, command, caller));
    }

    private static ResponseEntity<SeriesChangeView> tagged(SeriesChangeView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.series().version())).body(view);
    }
}
