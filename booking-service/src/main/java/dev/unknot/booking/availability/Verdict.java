package dev.unknot.booking.availability;

import java.util.List;

/** What the rules say to a {@link BookingWish}. */
public sealed interface Verdict {

    /**
     * It can be booked.
     *
     * @param assignments all that would do, never empty; successive ones differ in therapist and place where possible,
     *     so that who loses a race for one has a good chance with the next
     */
    record Fits(List<Assignment> assignments) implements Verdict {
        public Fits {
            assignments = List.copyOf(assignments);
        }
    }

    /**
     * A rule stands against it.
     *
     * @param code of the {@link Rule}
     * @param field of the booking request that is at fault
     */
    record Refused(String code, String sentence, String field) implements Verdict {

        static Refused by(Rule rule) {
            return new Refused(rule.code(), rule.sentence(), rule.field());
        }
    }
}
