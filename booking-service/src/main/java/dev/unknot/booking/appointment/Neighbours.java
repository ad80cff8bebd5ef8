package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.ClientStanding;
import dev.unknot.booking.availability.Neighbour;
import dev.unknot.booking.availability.Objections;
import dev.unknot.booking.availability.PartyVerdict;
import dev.unknot.booking.availability.Surroundings;
import dev.unknot.booking.availability.Verdict;
import dev.unknot.booking.terms.LocationTerms;
import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.transaction.TryAgain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What the book and the people say against a wish, beside the claims: limits, travel, bans and approval, of which no
 * constraint can speak. Asked under the locks of everybody concerned, so that it stays true until the commit.
 */
@Component
class Neighbours {

    private final Neighbourhoods neighbourhoods;
    private final Availability availability;
    private final LocationTerms terms;
    private final TreatmentCatalogue treatments;

    Neighbours(
            Neighbourhoods neighbourhoods,
            Availability availability,
            LocationTerms terms,
            TreatmentCatalogue treatments) {
        this.neighbourhoods = neighbourhoods;
        this.availability = availability;
        this.terms = terms;
        this.treatments = treatments;
    }

    /**
     * The best of those free to whom nothing is objected.
     *
     * @param free the best of them
     * @param taken what is not free
     */
    Candidate unopposed(Candidate free, Options options, Set<UUID> taken, BookingProgress progress) {
        Wish wish = options.wish();
        Objections objections = to(wish, options);
        if (objections.toClients() != null) {
            throw Refusals.of(objections.toClients(), wish.fields());
        }
        Map<TherapistId, Verdict.Refused> unfit = objections.toTherapists();
        Set<UUID> gone = new HashSet<>(taken);
        unfit.keySet().forEach(therapist -> gone.add(therapist.value()));
        return unfit.isEmpty()
                ? free
                : options.best(gone, free.overbooked()).orElseThrow(() -> refusal(wish, options, unfit, progress));
    }

    /** Final when it is one whom they want, or when there is nobody else to try. */
    private static RuntimeException refusal(
            Wish wish, Options options, Map<TherapistId, Verdict.Refused> unfit, BookingProgress progress) {
        for (int seat = 0; seat < wish.seats().size(); seat++) {
            TherapistId wanted = wish.seats().get(seat).therapist();
            Verdict.Refused why = wanted == null ? null : unfit.get(wanted);
            if (why != null) {
                return Refusals.of(new PartyVerdict.Refused(why, seat), wish.fields());
            }
        }
        Rejection any =
                Refusals.of(new PartyVerdict.Refused(unfit.values().iterator().next(), 0), wish.fields());
        return options.everything() ? any : progress.tryAgain(Set.of(), any);
    }

    /**
     * One statement, and a few more where the terms or the treatment are newer than the index knows.
     *
     * @throws TryAgain when it was decided by something older of the clients, the terms or the treatment: by then the index
     *     knows better
     */
    private Objections to(Wish wish, Options options) {
        List<UUID> people = options.claims().stream()
                .filter(claim -> claim.kind() != ResourceKind.ROOM)
                .map(Claim::resourceId)
                .distinct()
                .toList();
        List<Neighbour> sessions = new ArrayList<>();
        Map<ClientId, List<Instant>> missed = new HashMap<>();
        boolean news = false;
        for (Neighbourhoods.Row row : neighbourhoods.around(wish, people)) {
            switch (row) {
                case Neighbourhoods.Session session -> sessions.add(session.neighbour());
                case Neighbourhoods.Client client -> {
                    news |= news(client.standing()) || options.excludedBy(client.standing());
                    missed.put(client.standing().client(), client.missed());
                }
                case Neighbourhoods.Terms stored -> news |= news(wish, stored);
                case Neighbourhoods.Treatment stored -> news |= news(wish, stored);
            }
        }
        if (news) {
            throw new TryAgain(Refusals.scheduleMoved());
        }
        return availability.objections(
                Candidates.party(wish, false),
                options.choice().therapists().keySet(),
                new Surroundings(sessions, missed));
    }

    /** It is not compared with what the index knows by now: what that has learned since did not decide. */
    private boolean news(Wish wish, Neighbourhoods.Terms stored) {
        if (stored.version() <= wish.price().terms()) {
            return false;
        }
        terms.teach(wish.location(), stored.version());
        return true;
    }

    /** Compared by what it says, which is all that decided. */
    private boolean news(Wish wish, Neighbourhoods.Treatment stored) {
        TreatmentId treatment = wish.treatment().id();
        treatments.teach(treatment, stored.version());
        return !availability.treatment(treatment).equals(Optional.of(wish.treatment()));
    }

    private boolean news(ClientStanding stored) {
        if (availability.knows(stored)) {
            return false;
        }
        availability.learn(stored);
        return true;
    }
}
