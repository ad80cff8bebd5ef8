package dev.unknot.booking.availability;

import dev.unknot.booking.availability.Scene.Colleague;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.ResourceKind;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.Grid;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds a wish against limits and travel once more, by the same laws, with what the database has instead of the index. */
final class Recheck {

    private static final Set<Rule> OF_CLIENTS =
            Set.of(Rule.CLIENT_APPROVED, Rule.CLIENT_DAY, Rule.CLIENT_WEEK, Rule.CLIENT_ON_THE_WAY);

    private static final Set<Rule> OF_THERAPISTS = Set.of(Rule.THERAPIST_DAY, Rule.THERAPIST_ON_THE_WAY);

    private final PartyWish wish;
    private final Index index;
    private final Surroundings around;

    Recheck(PartyWish wish, Index index, Surroundings around) {
        this.wish = wish;
        this.index = index;
        this.around = around;
    }

    Objections pass(Collection<TherapistId> therapists) {
        LocationTime location = index.location(wish.location());
        if (location == null) {
            return new Objections(null, Map.of());
        }
        Map<TherapistId, Verdict.Refused> unfit = new HashMap<>();
        for (TherapistId id : therapists) {
            TherapistTime therapist = index.therapist(id);
            Rule against = therapist == null ? null : against(location, therapist);
            if (against != null) {
                unfit.put(id, Verdict.Refused.by(against));
            }
        }
        return new Objections(toClients(location), unfit);
    }

    private PartyVerdict.@Nullable Refused toClients(LocationTime location) {
        for (int seat = 0; seat < wish.seats().size(); seat++) {
            ClientId client = wish.seats().get(seat).client();
            Rule against = client == null ? null : against(location, seat, client);
            if (against != null) {
                return new PartyVerdict.Refused(Verdict.Refused.by(against), seat);
            }
        }
        return null;
    }

    private @Nullable Rule against(LocationTime location, int seat, ClientId client) {
        List<Instant> missed = around.missed().getOrDefault(client, List.of());
        Guest guest = new Guest(index.guest(client).standing(), missed);
        Ask ask = Ask.of(wish.of(wish.seats().get(seat), false), index).with(guest, neighbours(client.value()));
        Starts one = start();
        for (LocationLaw law : LocationLaw.standing(wish.waived())) {
            if (OF_CLIENTS.contains(law.rule())) {
                law.narrowing().keep(one, ask, location);
                if (one.isEmpty()) {
                    return law.rule();
                }
            }
        }
        return null;
    }

    private @Nullable Rule against(LocationTime location, TherapistTime therapist) {
        Ask ask = Ask.of(wish.of(wish.seats().getFirst(), false), index);
        TherapistTime stored = therapist.with(neighbours(therapist.id().value()));
        Cells working = therapist.workingAt(location.id());
        Colleague colleague = new Colleague(stored, working, working);
        Starts one = start();
        for (TherapistLaw law : TherapistLaw.standing(wish.waived())) {
            if (OF_THERAPISTS.contains(law.rule())) {
                law.narrowing().keep(one, ask, location, colleague);
                if (one.isEmpty()) {
                    return law.rule();
                }
            }
        }
        return null;
    }

    private Starts start() {
        long cell = Grid.cell(wish.start());
        return new Starts(cell, cell + 1);
    }

    private Resource neighbours(UUID person) {
        Taken taken = Taken.NEVER;
        for (Neighbour each : around.neighbours()) {
            if (each.person().equals(person)) {
                Claim claim = new Claim(ResourceKind.CLIENT, person, person, each.claimed());
                Commitment commitment =
                        new Commitment(each.appointment(), 1, each.location(), each.session(), List.of(claim), null);
                Engagement engagement = new Engagement(commitment, each.location(), null, List.of(), 0);
                taken = taken.with(engagement, commitment.claims(), person, null);
            }
        }
        Resource resource = new Resource(person);
        resource.become(taken);
        return resource;
    }
}
