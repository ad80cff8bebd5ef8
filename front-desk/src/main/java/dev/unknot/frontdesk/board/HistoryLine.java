package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.HistoryEntryView;
import dev.unknot.frontdesk.clinic.Causes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an appointment, in words.
 *
 * @param why the cause in words; null: none given
 * @param waived what was set aside and why, in words
 */
record HistoryLine(
        String at, String what, String who, @Nullable String why, List<String> waived) {

    /** @param grace how long the location waits for a client */
    static HistoryLine of(HistoryEntryView entry, String who, WallTime clock, Duration grace) {
        String cause = entry.cause();
        return new HistoryLine(
                clock.moment(entry.at()),
                what(entry, clock, grace),
                who,
                cause == null ? null : Causes.words(cause),
                entry.waived().stream()
                        .map(waiver -> "Set aside " + Rules.words(waiver.code()) + ": " + waiver.reason())
                        .toList());
    }

    /** In the middle of a list, with whoever noted it. */
    String inShort() {
        return what.substring(0, 1).toLowerCase(Locale.UK) + what.substring(1) + " (" + Isolated.of(who) + ")";
    }

    private static String what(HistoryEntryView entry, WallTime clock, Duration grace) {
        // dev.unknot.appointment.checked-in.v1
        String[] parts = entry.what().split("\\.");
        String name = parts.length > 3 ? parts[3] : entry.what();
        return switch (name) {
            case "held" -> "Time held";
            case "expired" -> "Hold ended";
            case "booked" -> "Booked for " + clock.moment(entry.start());
            case "rescheduled" -> "Moved to " + clock.moment(entry.start());
            case "amended" -> "Changed" + length(entry);
            case "confirmed" -> "Confirmed";
            case "checked-in" -> "Checked in" + early(entry, clock, grace);
            case "session-started" -> "Session started" + early(entry, clock, grace);
            case "completed" -> "Completed";
            case "missed" -> "Did not come";
            case "undone" ->
                "Taken back: " + Standing.of(entry.status()).words().toLowerCase(Locale.UK);
            case "cancelled" -> "Cancelled";
            case "displaced" -> "Not covered any more";
            case "restored" -> "Covered again";
            default -> name.replace('-', ' ');
        };
    }

    private static String early(HistoryEntryView entry, WallTime clock, Duration grace) {
        return Early.is(entry.at(), entry.start(), grace)
                ? ", " + Early.ahead(entry.at(), entry.start()) + " before its time, " + clock.time(entry.start())
                : "";
    }

    private static String length(HistoryEntryView entry) {
        HistoryEntryView.Visit visit = entry.visit();
        return visit == null ? "" : ": " + visit.minutes() + " min, " + Price.words(visit.price());
    }
}
