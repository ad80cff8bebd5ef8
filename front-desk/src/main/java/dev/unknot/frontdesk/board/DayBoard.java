package dev.unknot.frontdesk.board;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.Names;
import dev.unknot.platform.problem.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A location's day, in the name of who looks at it. */
@Service
public class DayBoard {

    private final DeskTokens tokens;
    private final Names ids;
    private final DayBook book;
    private final Lookings lookings;
    private final CancelledVisits cancelled;
    private final OpeningDays opening;
    private final Clock clock;

    DayBoard(
            DeskTokens tokens,
            Names ids,
            DayBook book,
            Lookings lookings,
            CancelledVisits cancelled,
            OpeningDays opening,
            Clock clock) {
        this.tokens = tokens;
        this.ids = ids;
        this.book = book;
        this.lookings = lookings;
        this.cancelled = cancelled;
        this.opening = opening;
        this.clock = clock;
    }

    /** What day it is at one of their locations; null: it is none of theirs. */
    public @Nullable LocalDate today(StaffAccount viewer, LocationId location) {
        return ids.locationsOf(tokens.of(viewer)).stream()
                .filter(place -> place.id().equals(location))
                .findFirst()
                .map(place -> LocalDate.ofInstant(clock.instant(), place.zone()))
                .orElse(null);
    }

    /**
     * @param location null: the first of theirs by name
     * @param date null: today at the location
     */
    public BoardPage day(StaffAccount viewer, @Nullable LocationId location, @Nullable LocalDate date) {
        Bearer by = tokens.of(viewer);
        List<LocationView> places = ids.locationsOf(by);
        LocationView place = places.stream()
                .filter(view -> location == null || view.id().equals(location))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("not-found", "There is no such location."));
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, place.zone());
        LocalDate shown = date == null ? today : date;
        var starts = lookings.startsOn(DayGrid.day(place.zone(), shown), place.id(), by);
        DayFacts facts = lookings.seen(book.facts(by, place, shown, now), starts, by);
        return new BoardPage(
                place, places, shown, today, Drawing.of(facts), cancelled.of(facts), opening.closed(by, place, facts));
    }
}
