package dev.unknot.common.appointment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each of a set of changes, in their order. Of a set that was refused as a whole it is the member
 * {@code report} of the problem.
 */
public record ChangesReport(List<ChangeReport> items) {

    public ChangesReport {
        items = List.copyOf(items);
    }

    /**
     * @param status of HTTP, as the change by itself would be answered; 424 where only another one stood in the way
     * @param appointment after the change; null: it was refused
     * @param problem null: it was changed
     */
    public record ChangeReport(
            AppointmentId appointmentId,
            int status,
            @Nullable AppointmentView appointment,
            @Nullable ChangeRefusal problem) {}

    /**
     * @param code as in the problem of a single change
     * @param detail one plain sentence
     * @param field of the change that is at fault; null: it is about the whole
     */
    public record ChangeRefusal(
            String code, String detail, @Nullable String field) {}
}
