package dev.unknot.benchmarks.search;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.Commitment;
import dev.unknot.booking.availability.SlotQuery;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.money.Money;
import dev.unknot.common.time.Grid;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A booked chain in which one visit is cancelled or booked again between any two searches, so that it stays as full. */
final class ChangingWorld {

    static final int MINUTES = 60;
    static final Duration SEARCHED = Duration.ofDays(14);

    /** How far ahead it is booked; a search lies anywhere inside. */
    private static final int DAYS_BOOKED = 42;

    private static final long RANDOM_FROM = Duration.ofDays(DAYS_BOOKED - 14).dividedBy(Grid.CELL);
    private static final int CLIENTS_OF_A_CLINIC = 300;

    private final Random random = new Random(4);
    private final Availability availability = new Availability();
    private final Chain chain;
    private final List<Visit> visits = new ArrayList<>();
    private final List<TreatmentSnapshot> treatments =
            List.of(treatment(0, 0), treatment(5, 10), treatment(10, 5), treatment(0, 15));
    private final long[] version;
    private final boolean[] booked;
    private @Nullable Integer cancelled;

    ChangingWorld(int clinics) {
        chain = Chain.of(clinics, random);
        chain.teach(availability);
        for (Clinic clinic : chain.clinics()) {
            List<ClientId> clients = Stream.generate(() -> new ClientId(Clinic.id(random)))
                    .limit(CLIENTS_OF_A_CLINIC)
                    .toList();
            chain.days().stream()
                    .limit(DAYS_BOOKED)
                    .forEach(day -> visits.addAll(DayPlan.random(clinic, day, clients, random)));
        }
        version = new long[visits.size()];
        booked = new boolean[visits.size()];
        for (int i = 0; i < visits.size(); i++) {
            learn(i);
        }
    }

    /** Cancels a visit at random, or books again the one that is cancelled; says which. */
    Visit change() {
        Integer again = cancelled;
        int one = again == null ? random.nextInt(visits.size()) : again;
        cancelled = again == null ? one : null;
        learn(one);
        return visits.get(one);
    }

    /** For sixty minutes on the quarter at any of its clinics, with buffers and over fourteen days drawn at random. */
    SlotQuery query(int limit) {
        Instant from = chain.horizon().start().plus(Grid.CELL.multipliedBy(random.nextLong(RANDOM_FROM)));
        return new SlotQuery(
                treatments.get(random.nextInt(treatments.size())),
                MINUTES,
                null,
                null,
                null,
                null,
                null,
                from,
                from.plus(SEARCHED),
                null,
                limit,
                Set.of(),
                chain.horizon().start());
    }

    Availability availability() {
        return availability;
    }

    Chain chain() {
        return chain;
    }

    /** Those that stand. */
    List<Visit> booked() {
        List<Visit> standing = new ArrayList<>();
        for (int i = 0; i < booked.length; i++) {
            if (booked[i]) {
                standing.add(visits.get(i));
            }
        }
        return standing;
    }

    private void learn(int i) {
        booked[i] = !booked[i];
        version[i]++;
        Visit visit = visits.get(i);
        availability.learn(
                booked[i]
                        ? visit.commitment(version[i])
                        : Commitment.none(visit.id().value(), version[i]));
    }

    private TreatmentSnapshot treatment(int before, int after) {
        return new TreatmentSnapshot(
                new TreatmentId(Clinic.id(random)),
                Approach.SWEDISH,
                "Swedish",
                List.of(new Offer(MINUTES, new Money(6_000, "EUR"))),
                before,
                after,
                "swedish",
                "table",
                15,
                60);
    }
}
