package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.HistoryEntryView;
import dev.unknot.common.appointment.Waiver;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an appointment, in words.
 *
 * @param why the cause's code as words; null: none given
 */
record HistoryLine(
        String at, String what, String who, @Nullable String why, List<Waiver> waived) {

    static HistoryLine of(HistoryEntryView entry, WallTime clock) {
        String cause = entry.cause();
        return new HistoryLine(
                clock.moment(entry.at()),
                what(entry, clock),
                who(entry.actor()),
                cause == null ? null : cause.replace('-', ' '),
                entry.waived());
    }

    private static String what(HistoryEntryView entry, WallTime clock) {
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
            case "checked-in" -> "Checked in";
            case "session-started" -> "Session started";
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

    private static String length(HistoryEntryView entry) {
        HistoryEntryView.Visit visit = entry.visit();
        return visit == null ? "" : ": " + visit.minutes() + " min, " + Price.words(visit.price());
    }

    private static String who(String actor) {
        return switch (actor.split(":")[0]) {
            case "owner" -> "Owner";
            case "manager" -> "Manager";
            case "front-desk" -> "Front desk";
            case "therapist" -> "Therapist";
            case "client" -> "Client";
            case "integration" -> "Integration";
            default -> "Unknot";
        };
    }
}
