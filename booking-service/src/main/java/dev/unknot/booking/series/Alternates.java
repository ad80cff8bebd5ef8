package dev.unknot.booking.series;

import dev.unknot.booking.availability.NotReady;
import dev.unknot.booking.availability.Preferences;
import dev.unknot.booking.slot.SlotRequest;
import dev.unknot.booking.slot.SlotSearch;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.Slot;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Other times for an occurrence that was refused, found as a front desk finds them. */
@Component
class Alternates {

    private static final int MOST = 3;
    private static final int MOST_A_DAY = 2;

    /** The day itself, then its neighbours. */
    private static final List<Integer> DAYS = List.of(0, 1, -1, 2, -2, 3, -3);

    private static final int SLOTS_OF_A_DAY = 1_000;

    private final SlotSearch slots;
    private final Clock clock;

    Alternates(SlotSearch slots, Clock clock) {
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * At most three, two of one day, in the order of days from the wanted one and then of the time between; none on a day
     * that another occurrence has.
     *
     * @param moving the visit that is to have one of them; null: a new one
     */
    List<Slot> near(Series series, WallTime wanted, @Nullable AppointmentId moving, Caller caller) {
        Set<LocalDate> others = series.occurrences().stream()
                .map(each -> each.at().date())
                .filter(date -> !date.equals(wanted.date()))
                .collect(Collectors.toSet());
        List<Slot> found = new ArrayList<>();
        for (int days : DAYS) {
            LocalDate day = wanted.date().plusDays(days);
            if (found.size() < MOST && !others.contains(day)) {
                found.addAll(
                        nearest(onDay(series, day, moving, caller), wanted, Math.min(MOST_A_DAY, MOST - found.size())));
            }
        }
        return found;
    }

    private static List<Slot> nearest(List<Slot> slots, WallTime wanted, int most) {
        return slots.stream()
                .sorted(Comparator.comparing((Slot slot) -> Duration.between(
                                wanted.time(), slot.localStart().toLocalTime())
                        .abs()))
                .limit(most)
                .toList();
    }

    private List<Slot> onDay(Series series, LocalDate day, @Nullable AppointmentId moving, Caller caller) {
        Instant now = clock.instant();
        Instant start = day.atStartOfDay(series.zone()).toInstant();
        // A session that begins late may end on the next day.
        Instant end =
                day.plusDays(1).atStartOfDay(series.zone()).toInstant().plus(Duration.ofMinutes(series.minutes()));
        if (!end.isAfter(now)) {
            return List.of();
        }
        Seat first = series.participants().getFirst();
        try {
            return slots
                    .find(
                            new SlotRequest(
                                    series.treatment(),
                                    series.minutes(),
                                    Set.of(series.location()),
                                    first.therapistId(),
                                    null,
                                    first.clientId(),
                                    moving,
                                    start.isBefore(now) ? now : start,
                                    end,
                                    null,
                                    SLOTS_OF_A_DAY,
                                    false,
                                    Set.of(),
                                    Preferences.NONE),
                            caller)
                    .items()
                    .stream()
                    .filter(slot -> slot.localStart().toLocalDate().equals(day))
                    .toList();
        } catch (NotReady | Rejection nothingToPropose) {
            return List.of();
        }
    }
}
