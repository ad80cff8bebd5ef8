package dev.unknot.common.therapist;

import java.time.LocalDate;
import java.util.List;

/** What a therapist works on one date instead of their pattern. */
public record OverrideView(LocalDate date, List<PutOverride.DayShift> shifts) {

    public OverrideView {
        shifts = List.copyOf(shifts);
    }
}
