package dev.unknot.benchmarks.search;

import dev.unknot.benchmarks.Figures;
import dev.unknot.booking.availability.Availability;
import dev.unknot.common.client.ClientId;
import java.lang.ref.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What the index of the chain weighs, and how long a million future appointments take to learn. */
final class Footprint {

    private static final int CLINICS = 200;
    private static final int APPOINTMENTS = 1_000_000;
    private static final int CLIENTS = 200_000;

    private Footprint() {}

    static void measure(Figures figures) {
        Random random = new Random(4);
        Chain chain = Chain.of(CLINICS, random);
        List<ClientId> clients = Stream.generate(() -> new ClientId(Clinic.id(random)))
                .limit(CLIENTS)
                .toList();
        Availability availability = new Availability();
        long empty = used();
        chain.teach(availability);
        long supplied = used();

        long learned = 0;
        long nanos = 0;
        for (LocalDate day : chain.days()) {
            for (Clinic clinic : chain.clinics()) {
                List<Visit> visits = DayPlan.random(clinic, day, clients, random);
                long before = System.nanoTime();
                for (Visit visit : visits) {
                    availability.learn(visit.commitment(1));
                }
                nanos += System.nanoTime() - before;
                learned += visits.size();
            }
            if (learned >= APPOINTMENTS) {
                break;
            }
        }
        long booked = used();
        Reference.reachabilityFence(availability);
        figures.add(
                "memory of a therapist, 180 days",
                (double) (supplied - empty) / (CLINICS * Clinic.THERAPISTS),
                "bytes");
        figures.add("memory of an appointment", (double) (booked - supplied) / learned, "bytes");
        figures.add("appointments learned", learned, "appointments");
        figures.add("a million appointments learned in", nanos / 1e9 / learned * APPOINTMENTS, "s");
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
