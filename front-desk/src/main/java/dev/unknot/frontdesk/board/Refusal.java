package dev.unknot.frontdesk.board;

import dev.unknot.frontdesk.clinic.Refused;
import java.util.Set;

/**
 * Why something was not done, as the desk reads it.
 *
 * @param code of what stands in the way; of {@code waivable} ones, what must be set aside
 * @param waivable the desk may insist, giving a reason
 */
public record Refusal(String code, String sentence, boolean waivable) {

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

    public static Refusal of(Refused refused) {
        return refused.is("version-mismatch")
                ? new Refusal(
                        refused.code(), "Somebody changed this visit in the meantime. Here it is as it stands.", false)
                : new Refusal(refused.code(), refused.sentence(), SOFT.contains(refused.code()));
    }

    /** The same, which the desk may insist on by setting {@code code} aside. */
    Refusal unless(String code) {
        return new Refusal(code, sentence, true);
    }

    /** Nobody knows whether it was done. */
    boolean unanswered() {
        return code.equals("temporarily-unavailable");
    }

    /** Before anything was asked of a service: the form lacks something. */
    public static Refusal incomplete(String sentence) {
        return new Refusal("incomplete", sentence, false);
    }
}
