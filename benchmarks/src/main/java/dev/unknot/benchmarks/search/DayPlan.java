package dev.unknot.benchmarks.search;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One clinic's day as it fills up: random starts on the quarter where therapist and room are free. */
final class DayPlan {

    static final int VISITS_EACH = 5;

    private static final Duration SESSION = Duration.ofMinutes(60);
    private static final int TRIES = 100;

    private final Clinic clinic;
    private final LocalDate day;
    private final TimeRange open;
    private final boolean[][] therapistTaken;
    private final boolean[][] roomTaken;

    private DayPlan(Clinic clinic, LocalDate day) {
        this.clinic = clinic;
        this.day = day;
        this.open = clinic.open(day);
        int cells = Math.toIntExact(open.length().plus(Clinic.TURNOVER).dividedBy(Grid.CELL));
        this.therapistTaken = new boolean[Clinic.THERAPISTS][cells];
        this.roomTaken = new boolean[Clinic.ROOMS][cells];
    }

    /** Five visits for each therapist, or fewer where the rooms do not suffice. */
    static List<Visit> random(Clinic clinic, LocalDate day, List<ClientId> clients, Random random) {
        DayPlan plan = new DayPlan(clinic, day);
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < VISITS_EACH; i++) {
            for (int therapist = 0; therapist < Clinic.THERAPISTS; therapist++) {
                plan.add(therapist, clients, random, visits);
            }
        }
        return visits;
    }

    private void add(int therapist, List<ClientId> clients, Random random, List<Visit> visits) {
        TimeRange shift = clinic.shift(therapist, day);
        long quarters = shift.length().minus(SESSION).dividedBy(Duration.ofMinutes(15));
        for (int i = 0; i < TRIES; i++) {
            Instant start = shift.start().plus(Duration.ofMinutes(15).multipliedBy(random.nextLong(quarters) + 1));
            Visit visit = new Visit(
                    new AppointmentId(Clinic.id(random)),
                    clinic,
                    therapist,
                    0,
                    clients.get(random.nextInt(clients.size())),
                    TimeRange.of(start, SESSION));
            if (!shift.encloses(visit.therapistTaken()) || !isFree(therapistTaken[therapist], visit.therapistTaken())) {
                continue;
            }
            for (int room = 0; room < Clinic.ROOMS; room++) {
                if (isFree(roomTaken[room], visit.roomTaken())) {
                    take(therapistTaken[therapist], visit.therapistTaken());
                    take(roomTaken[room], visit.roomTaken());
                    visits.add(new Visit(visit.id(), clinic, therapist, room, visit.client(), visit.session()));
                    return;
                }
            }
        }
    }

    private boolean isFree(boolean[] cells, TimeRange range) {
        for (int i = cell(range.start()); i < cell(range.end()); i++) {
            if (cells[i]) {
                return false;
            }
        }
        return true;
    }

    private void take(boolean[] cells, TimeRange range) {
        for (int i = cell(range.start()); i < cell(range.end()); i++) {
            cells[i] = true;
        }
    }

    private int cell(Instant instant) {
        return Math.toIntExact(Duration.between(open.start(), instant).dividedBy(Grid.CELL));
    }
}
