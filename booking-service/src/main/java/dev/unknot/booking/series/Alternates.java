package dev.unknot.booking.series;

import dev.unknot.booking.availability.Availability;
import dev.unknot.booking.availability.NotReady;
import dev.unknot.booking.availability.Party;
import dev.unknot.booking.availability.PartyVerdict;
import dev.unknot.booking.availability.PartyWish;
import dev.unknot.booking.availability.Preferences;
import dev.unknot.booking.slot.SlotRequest;
import dev.unknot.booking.slot.SlotSearch;
import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
    private final Availability availability;
    private final TreatmentCatalogue treatments;
    private final Clock clock;

    Alternates(SlotSearch slots, Availability availability, TreatmentCatalogue treatments, Clock clock) {
        this.slots = slots;
        this.availability = availability;
        this.treatments = treatments;
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
                onDay(series, day, moving, caller).stream()
                        .sorted(nearest(wanted))
                        .filter(slot -> suitsAll(series, slot, moving))
                        .limit(Math.min(MOST_A_DAY, MOST - found.size()))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Comparator<Slot> nearest(WallTime wanted) {
        return Comparator.comparing(slot ->
                Duration.between(wanted.time(), slot.localStart().toLocalTime()).abs());
    }

    /** The search knows how many therapists there are to be, but only of the first who that is. */
    private boolean suitsAll(Series series, Slot slot, @Nullable AppointmentId moving) {
        return series.participants().size() == 1
                || treatments
                        .snapshot(series.treatment())
                        .map(treatment -> availability.assess(party(series, treatment, slot.start(), moving)))
                        .filter(PartyVerdict.Fits.class::isInstance)
                        .isPresent();
    }

    private PartyWish party(Series series, TreatmentSnapshot treatment, Instant start, @Nullable AppointmentId moving) {
        return new PartyWish(
                treatment,
                series.minutes(),
                0,
                series.location(),
                start,
                series.participants().stream()
                        .map(seat -> new PartyWish.Seat(seat.clientId(), seat.therapistId()))
                        .toList(),
                null,
                null,
                moving,
                Set.of(),
                false,
                false,
                false,
                clock.instant());
    }

    private static Party party(Series series) {
        List<TherapistId> named = series.participants().stream()
                .map(Seat::therapistId)
                .filter(Objects::nonNull)
                .toList();
        int unnamed = series.participants().size() - named.size();
        return new Party(
                series.participants().size(), unnamed + Set.copyOf(named).size());
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
                                    series.participants().stream()
                                            .map(Seat::clientId)
                                            .toList(),
                                    moving,
                                    start.isBefore(now) ? now : start,
                                    end,
                                    null,
                                    SLOTS_OF_A_DAY,
                                    false,
                                    Set.of(),
                                    Preferences.NONE.withParty(party(series)),
                                    List.of(),
                                    null),
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
