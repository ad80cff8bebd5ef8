package dev.unknot.booking.availability;

/** What the rules say to a {@link PartyWish}. */
public sealed interface PartyVerdict {

    /** It can be booked, in one of these ways at least. */
    record Fits(Choice choice) implements PartyVerdict {}

    /**
     * A rule stands against it.
     *
     * @param seat whose wish it stands against; 0 where it is the same for all
     */
    record Refused(Verdict.Refused rule, int seat) implements PartyVerdict {

        static Refused by(Rule rule) {
            return new Refused(Verdict.Refused.by(rule), 0);
        }
    }
}
