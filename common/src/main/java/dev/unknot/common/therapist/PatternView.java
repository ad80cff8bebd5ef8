package dev.unknot.common.therapist;

import java.time.LocalDate;
import java.util.List;

/**
 * A pattern as the API shows it, in force from {@code validFrom} until the next one begins.
 *
 * @param weeks after how many weeks it begins anew, counted from the Monday of the week in which {@code validFrom} lies
 */
public record PatternView(LocalDate validFrom, int weeks, List<Shift> shifts) {}
