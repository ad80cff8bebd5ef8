package dev.unknot.frontdesk.page;

import dev.unknot.common.text.Misplaced;
import dev.unknot.platform.problem.Fault;
import dev.unknot.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What people call the fields that a program knows by their names in a form or in the API. */
public final class FieldWords {

    private static final Set<String> ABOUT_FIELDS = Set.of("invalid-request", "invalid-parameter", "missing-parameter");

    private static final Set<String> LACKING = Set.of("not-blank", "not-null", "not-empty", "missing-parameter");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("name", "name"),
            Map.entry("newName", "name"),
            Map.entry("email", "email address"),
            Map.entry("newEmail", "email address"),
            Map.entry("phone", "phone number"),
            Map.entry("newPhone", "phone number"),
            Map.entry("language", "language"),
            Map.entry("newLanguage", "language"),
            Map.entry("date", "date"),
            Map.entry("day", "day"),
            Map.entry("from", "beginning"),
            Map.entry("to", "end"),
            Map.entry("lastDay", "last day"),
            Map.entry("start", "time"),
            Map.entry("end", "end"),
            Map.entry("minutes", "length"),
            Map.entry("note", "note"),
            Map.entry("reason", "reason"),
            Map.entry("cause", "reason"),
            Map.entry("treatment", "treatment"),
            Map.entry("treatmentId", "treatment"),
            Map.entry("therapist", "therapist"),
            Map.entry("therapistId", "therapist"),
            Map.entry("location", "location"),
            Map.entry("locationId", "location"),
            Map.entry("room", "room"),
            Map.entry("roomId", "room"));

    private FieldWords() {}

    /** The same refusal, with the fields in its sentence called as people call them, where all of them have a word. */
    public static Problem in(Problem problem) {
        return new Problem(
                problem.status(),
                problem.code(),
                sentence(problem.code(), problem.sentence(), problem.errors()),
                problem.errors(),
                problem.more());
    }

    /**
     * What is told of a refusal.
     *
     * @param otherwise its own sentence, which stays where it is not about the form of fields, or where one has no word
     */
    public static String sentence(String code, String otherwise, List<Fault> faults) {
        boolean known = ABOUT_FIELDS.contains(code)
                && !faults.isEmpty()
                && faults.stream().allMatch(fault -> isClause(fault) && WORDS.containsKey(name(fault)));
        if (!known) {
            return otherwise;
        }
        return faults.size() == 1
                ? told(faults.getFirst(), clause(otherwise, faults.getFirst()))
                : faults.stream()
                        .map(fault -> told(fault, fault.message() + "."))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    private static String told(Fault fault, String clause) {
        String word = WORDS.getOrDefault(name(fault), name(fault));
        return LACKING.contains(fault.code()) || fault.message().equals(Misplaced.NOTHING_ELSE.expectation())
                ? "Please give " + article(word) + " " + word + "."
                : "The " + word + " " + clause;
    }

    /** What the sentence says of the field; it may say less than the fault, which is for programs. */
    private static String clause(String sentence, Fault fault) {
        String after = " " + fault.field() + " ";
        int at = sentence.indexOf(after);
        return at < 0 ? fault.message() + "." : sentence.substring(at + after.length());
    }

    private static String article(String word) {
        return "aeiou".indexOf(word.charAt(0)) < 0 ? "a" : "an";
    }

    /** A rule of the clinic tells a whole sentence of its own. */
    private static boolean isClause(Fault fault) {
        return !fault.message().isBlank() && !fault.message().endsWith(".");
    }

    /** Of {@code participants[0].note} the last part. */
    private static String name(Fault fault) {
        String field = fault.field();
        return field.substring(field.lastIndexOf('.') + 1);
    }
}
