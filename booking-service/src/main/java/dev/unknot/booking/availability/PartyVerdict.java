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

        /** Of one, the time is at fault; of several it matters whose it is. */
        static Refused by(Rule rule, int seat, int seats) {
            return of(Verdict.Refused.by(rule), seat, seats);
        }

        static Refused of(Verdict.Refused refused, int seat, int seats) {
            boolean forWantOfTheirTime = refused.equals(Verdict.Refused.by(Rule.THERAPIST_NOT_AWAY))
                    || refused.equals(Verdict.Refused.by(Rule.THERAPIST_AT_WORK))
                    || refused.equals(Verdict.Refused.by(Rule.THERAPIST_FREE));
            return forWantOfTheirTime && seats > 1
                    ? new Refused(new Verdict.Refused(refused.code(), refused.sentence(), "therapistId"), seat)
                    : new Refused(refused, seat);
        }
    }
}
