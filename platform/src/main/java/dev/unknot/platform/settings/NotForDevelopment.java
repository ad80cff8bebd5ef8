package dev.unknot.platform.settings;

import java.util.Map;
import java.util.stream.Collectors;

/** A start that is not marked as development was given what is good for development alone. */
final class NotForDevelopment extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param faults by setting; what each holds is a secret, and not told */
    NotForDevelopment(Map<String, String> faults) {
        super("This start is not marked as development, and of its settings\n"
                + faults.entrySet().stream()
                        .map(fault -> "  " + fault.getKey() + " " + fault.getValue())
                        .collect(Collectors.joining(",\n"))
                + ".");
    }
}
