package dev.unknot.common.therapist;

import java.time.LocalDate;
import java.util.List;

/** A weekly pattern as the API shows it, in force from {@code validFrom} until the next one begins. */
public record PatternView(LocalDate validFrom, List<Shift> shifts) {}
