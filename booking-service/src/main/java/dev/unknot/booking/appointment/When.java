package dev.unknot.booking.appointment;

import dev.unknot.platform.problem.Rejection;
import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** At what time, measured by the visit's own, a step may be taken. */
enum When {
    ANY_TIME("at any time", (visit, now) -> true, Standing::noChange),
    BEFORE_START("before the start", (visit, now) -> now.isBefore(visit.start()), Standing::alreadyStarted),
    BEFORE_END("before the end", (visit, now) -> now.isBefore(visit.end()), Standing::alreadyOver),
    ON_ITS_DAY("on the visit's day at the location", (visit, now) -> visit.isOnDayOf(now), Standing::notToday),
    /** Of a client who is waited for, {@code now} is earlier by the grace. */
    AFTER_GRACE(
            "once it began and the location's grace has passed",
            (visit, now) -> !now.isBefore(visit.start()),
            Standing::notStarted),
    STILL_AHEAD("before the start", (visit, now) -> now.isBefore(visit.start()), Standing::nothingToUndo),
    STILL_TODAY("on the visit's day at the location", Visit::isOnDayOf, Standing::nothingToUndo);

    private final String words;
    private final BiPredicate<Visit, Instant> holds;
    private final Supplier<Rejection> otherwise;

    When(String words, BiPredicate<Visit, Instant> holds, Supplier<Rejection> otherwise) {
        this.words = words;
        this.holds = holds;
        this.otherwise = otherwise;
    }

    void require(Visit visit, Instant now) {
        if (!holds.test(visit, now)) {
            throw otherwise.get();
        }
    }

    /** As the page of an appointment's life puts it. */
    String words() {
        return words;
    }
}
