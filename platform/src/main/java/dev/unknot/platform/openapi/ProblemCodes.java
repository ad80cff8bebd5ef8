package dev.unknot.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The codes with which a call refuses, by status, in its extension {@code x-problem-codes}. */
public final class ProblemCodes {

    private static final String NAME = "x-problem-codes";

    private ProblemCodes() {}

    /** Says that {@code call} may answer with a problem of {@code status}, 400 to 599, that has one of {@code codes}. */
    public static void add(Operation call, int status, Collection<String> codes) {
        String answered = String.valueOf(status);
        call.getResponses().putIfAbsent(answered, Problems.reference());
        Map<String, Set<String>> all = of(call);
        all.computeIfAbsent(answered, unknown -> new TreeSet<>()).addAll(codes);
        call.addExtension(NAME, all);
    }

    /** Leaves out statuses that the call does not answer with after all. */
    static void settle(Operation call) {
        Map<String, Set<String>> all = of(call);
        all.keySet().retainAll(call.getResponses().keySet());
        call.addExtension(NAME, all);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Set<String>> of(Operation call) {
        Map<String, Object> extensions = call.getExtensions() == null ? new HashMap<>() : call.getExtensions();
        return (Map<String, Set<String>>) extensions.getOrDefault(NAME, new TreeMap<String, Set<String>>());
    }
}
