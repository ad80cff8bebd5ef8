package dev.unknot.frontdesk.board;

import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.Refused.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Why something was not done, as the desk reads it.
 *
 * @param code of the first thing that stands in the way
 * @param sentences of all that stands in the way
 * @param setAside codes of what the desk may insist on setting aside, giving a reason; empty: it may not
 * @param nearest the times nearest to the one that was refused at which it would work, in order
 */
public record Refusal(String code, List<String> sentences, List<String> setAside, List<Instant> nearest) {

    /** The soft rules of docs/refusals.md. */
    private static final Set<String> SOFT = Set.of(
            "notice-too-short",
            "off-cadence",
            "too-far-ahead",
            "approval-needed",
            "client-day-limit",
            "client-week-limit",
            "therapist-day-limit",
            "client-travel",
            "therapist-travel");

    public Refusal {
        sentences = List.copyOf(sentences);
        setAside = List.copyOf(setAside);
        nearest = List.copyOf(nearest);
    }

    public static Refusal of(Refused refused) {
        if (refused.is("version-mismatch")) {
            return new Refusal(
                    refused.code(),
                    List.of("Somebody changed this visit in the meantime. Here it is as it stands."),
                    List.of(),
                    List.of());
        }
        List<String> codes =
                refused.reasons().stream().map(Reason::code).distinct().toList();
        return new Refusal(refused.code(), refused.sentences(), SOFT.containsAll(codes) ? codes : List.of(), List.of());
    }

    /** Before anything was asked of a service: the form lacks something. */
    public static Refusal incomplete(String sentence) {
        return new Refusal("incomplete", List.of(sentence), List.of(), List.of());
    }

    /** All of it, one after the other. */
    public String sentence() {
        return String.join(" ", sentences);
    }

    /** Whether the desk may insist, giving a reason. */
    public boolean waivable() {
        return !setAside.isEmpty();
    }

    /** The same, which the desk may insist on by setting {@code codes} aside. */
    Refusal unless(Stream<String> codes) {
        return new Refusal(code, sentences, codes.distinct().toList(), nearest);
    }

    /** The same, with times at which it would work. */
    Refusal near(List<Instant> times) {
        return new Refusal(code, sentences, setAside, times);
    }

    /** The same, with one more thing to know. */
    Refusal adding(String sentence) {
        List<String> all = new ArrayList<>(sentences);
        all.add(sentence);
        return new Refusal(code, all, setAside, nearest);
    }

    /** Nobody knows whether it was done. */
    boolean unanswered() {
        return code.equals("temporarily-unavailable");
    }
}
