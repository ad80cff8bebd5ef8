package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentHeld;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentUndone;
import dev.unknot.common.appointment.HistoryEntryView;
import dev.unknot.common.event.EventCatalogue;
import java.util.List;

/** What happened to one appointment, oldest first. */
record History(List<HistoryEntryView> entries) {

    private static final String HELD = EventCatalogue.typeOf(AppointmentHeld.class);
    private static final String UNDONE = EventCatalogue.typeOf(AppointmentUndone.class);

    History {
        entries = List.copyOf(entries);
    }

    /** The status it had when it last came to {@code status} by a step, not by one taken back. */
    AppointmentStatus before(AppointmentStatus status) {
        for (int i = entries.size() - 1; i > 0; i--) {
            HistoryEntryView entry = entries.get(i);
            AppointmentStatus earlier = entries.get(i - 1).status();
            if (entry.status() == status && earlier != status && !entry.what().equals(UNDONE)) {
                return earlier;
            }
        }
        throw new IllegalStateException("no step to " + status + " among " + entries.size() + " entries");
    }

    /** Who made the appointment, or holds its time. */
    String begunBy() {
        return entries.getFirst().actor();
    }

    /** Whether a hold's lease was counted anew. */
    boolean renewed() {
        return entries.stream().filter(entry -> entry.what().equals(HELD)).count() > 1;
    }

    /** Whether what happened last happened for this cause. */
    boolean endedFor(String cause) {
        return cause.equals(entries.getLast().cause());
    }

    /** Why a rule was set aside is in words about the client. */
    List<HistoryEntryView> shownTo(boolean staff) {
        return staff ? entries : entries.stream().map(History::withoutReasons).toList();
    }

    private static HistoryEntryView withoutReasons(HistoryEntryView entry) {
        return new HistoryEntryView(
                entry.version(),
                entry.what(),
                entry.at(),
                entry.actor(),
                entry.cause(),
                entry.status(),
                entry.start(),
                entry.visit(),
                List.of());
    }
}
