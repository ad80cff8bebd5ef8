package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.Clients;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.Locations;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.Slots;
import dev.unknot.frontdesk.clinic.Therapists;
import dev.unknot.platform.id.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Books into a free time that was clicked, and keeps it while somebody looks for the client. */
@Service
public class BookingDialog {

    private static final Logger LOG = LoggerFactory.getLogger(BookingDialog.class);

    /** Starts to choose from, before and after the clicked one. */
    private static final int AROUND = 6;

    private final DeskTokens tokens;
    private final Appointments appointments;
    private final Slots slots;
    private final Locations locations;
    private final Therapists therapists;
    private final Clients clients;
    private final Menu menu;
    private final Clock clock;

    BookingDialog(
            DeskTokens tokens,
            Appointments appointments,
            Slots slots,
            Locations locations,
            Therapists therapists,
            Clients clients,
            Menu menu,
            Clock clock) {
        this.tokens = tokens;
        this.appointments = appointments;
        this.slots = slots;
        this.locations = locations;
        this.therapists = therapists;
        this.clients = clients;
        this.menu = menu;
        this.clock = clock;
    }

    /** As it is opened, or after an attempt that was refused. */
    public BookingPage page(StaffAccount desk, Attempt attempt) {
        Bearer by = tokens.of(desk);
        AppointmentView kept = kept(by, attempt.form());
        BookingForm form = attempt.form();
        TherapistView therapist = therapists.find(by, form.therapistId());
        LocationView place = locations.find(by, form.locationId());
        LocalDate day = LocalDate.ofInstant(form.start(), place.zone());
        List<TreatmentView> given = menu.at(form.locationId(), by).stream()
                .filter(treatment -> treatment.isSoldOn(day))
                .filter(treatment ->
                        treatment.skill() == null || therapist.skills().contains(treatment.skill()))
                .toList();
        return new BookingPage(
                attempt,
                place,
                therapist.name(),
                given,
                starts(form.start(), clock.instant()),
                client(by, form.client()),
                kept == null ? null : held(kept),
                keyAfter(attempt.refusal(), form.key()));
    }

    /** @throws dev.unknot.frontdesk.clinic.Refused in the words of booking-service */
    public AppointmentView book(StaffAccount desk, BookingForm form) {
        Bearer by = tokens.of(desk);
        UUID typed = form.key();
        UUID key = typed == null ? Ids.next() : typed;
        UUID hold = form.hold();
        try {
            return appointments.book(by, key, form.command());
        } catch (Refused refused) {
            if (refused.is("idempotency-key-reused")) {
                throw new Refused(
                        refused.code(),
                        "Your attempt before this one was booked after all. Look at the board before you book again.",
                        null,
                        refused.status());
            }
            if (hold == null || !refused.is("hold-expired", "hold-mismatch")) {
                throw refused;
            }
            // Looking for the client took longer than a hold lasts, or it keeps what is no longer wanted. Nobody may
            // have the time yet.
            giveBack(desk, new AppointmentId(hold));
            return appointments.book(by, key, form.withoutHold().command());
        }
    }

    /** Why booking was refused, and whether it can be insisted on. */
    public Refusal refusal(StaffAccount desk, BookingForm form, Refused refused) {
        Refusal refusal = Overbooking.offered(
                desk,
                refused,
                () -> appointments.tryToBook(
                        tokens.of(desk), Ids.next(), form.overbooking().command()));
        return refusal.unanswered() ? refusal : near(refusal, desk, form);
    }

    /** Until when the desk keeps it; null: no longer. */
    public @Nullable HeldTime held(AppointmentView own) {
        return HeldTime.of(own, true, clock.instant());
    }

    /** With the times of that day; where it has none, the next there is, or the word that there is none. */
    private Refusal near(Refusal refusal, StaffAccount desk, BookingForm form) {
        List<Instant> thatDay = freeStarts(desk, form);
        return thatDay.isEmpty()
                ? whyNothing(desk, form)
                        .map(nothing -> near(refusal, nothing.next()))
                        .orElse(refusal)
                : refusal.near(thatDay);
    }

    private static Refusal near(Refusal refusal, @Nullable Instant next) {
        return next == null
                ? refusal.adding(
                        "No other time works with this therapist, on that day or any later one that is planned.")
                : refusal.near(List.of(next));
    }

    /**
     * Keeps the form's time for the chosen treatment, instead of what this dialog kept before: that would be in its way.
     *
     * @param wish its key; what was kept under it, with nobody told of it, is kept on; null: it was not asked for before
     */
    public AppointmentView hold(StaffAccount desk, BookingForm form, @Nullable UUID wish) {
        UUID before = form.hold();
        if (before != null) {
            giveBack(desk, new AppointmentId(before));
        }
        UUID client = form.client();
        Bearer by = tokens.of(desk);
        HoldTime command = new HoldTime(
                client == null ? null : new ClientId(client),
                form.therapistId(),
                form.treatmentId(),
                form.minutes(),
                form.locationId(),
                form.start(),
                Waived.of(form.waive(), form.reason()));
        if (wish == null) {
            return appointments.hold(by, Ids.next(), command);
        }
        try {
            AppointmentView held = appointments.hold(by, wish, command);
            // Told at last, it may be over.
            return HeldTime.isOver(held, clock.instant()) ? appointments.hold(by, Ids.next(), command) : held;
        } catch (Refused refused) {
            if (!refused.is("idempotency-key-reused")) {
                throw refused;
            }
            // The client, or the reason, was chosen since.
            return appointments.hold(by, Ids.next(), command);
        }
    }

    /**
     * When the chosen treatment could begin with that therapist on that day, the few times nearest to the one chosen; nothing
     * when nobody can say. What this dialog holds itself is in nobody's way, as long as it stands.
     */
    public List<Instant> freeStarts(StaffAccount desk, BookingForm form) {
        Bearer by = tokens.of(desk);
        ZoneId zone = clock(desk, form).zone();
        TimeRange day = DayGrid.day(zone, LocalDate.ofInstant(form.start(), zone));
        try {
            return Nearest.of(
                    slots.find(
                                    by,
                                    form.treatmentId(),
                                    form.minutes(),
                                    List.of(form.locationId()),
                                    form.therapistId(),
                                    null,
                                    form.clientIds(),
                                    standing(by, form.hold()),
                                    day.start(),
                                    day.end(),
                                    null,
                                    Nearest.LOOKED_AT,
                                    null,
                                    Waived.rules(form.waive()),
                                    null,
                                    null)
                            .items(),
                    form.start());
        } catch (Refused cannotSay) {
            return List.of();
        }
    }

    /** Why there is nothing for it on that day, and when there is next; empty when nobody can say. */
    public Optional<NothingFree> whyNothing(StaffAccount desk, BookingForm form) {
        ZoneId zone = clock(desk, form).zone();
        TimeRange day = DayGrid.day(zone, LocalDate.ofInstant(form.start(), zone));
        try {
            return NothingFree.told(slots.explain(
                    tokens.of(desk),
                    form.treatmentId(),
                    form.minutes(),
                    List.of(form.locationId()),
                    form.therapistId(),
                    form.clientIds(),
                    Waived.rules(form.waive()),
                    day.start(),
                    day.end()));
        } catch (Refused cannotSay) {
            return Optional.empty();
        }
    }

    /** The wall clock of the place that is booked. */
    public WallTime clock(StaffAccount desk, BookingForm form) {
        return new WallTime(locations.find(tokens.of(desk), form.locationId()).zone());
    }

    /** One that was booked, or has ended, needs nothing more. */
    public void giveBack(StaffAccount desk, AppointmentId hold) {
        try {
            appointments.giveBack(tokens.of(desk), hold);
        } catch (Refused endedByItself) {
            LOG.debug("hold {} had ended: {}", hold, endedByItself.code());
        }
    }

    /** Where no answer came it may have been done: only under the same key is it not done twice. */
    private static UUID keyAfter(@Nullable Refusal refusal, @Nullable UUID before) {
        return before != null && refusal != null && refusal.unanswered() ? before : Ids.next();
    }

    private @Nullable ClientView client(Bearer by, @Nullable UUID id) {
        return id == null ? null : clients.find(by, new ClientId(id));
    }

    /** The hold that the form names, if it is for just that: another one is another dialog's. Null: nothing. */
    private @Nullable AppointmentView kept(Bearer by, BookingForm form) {
        AppointmentView named = form.chosen() ? named(by, form.hold()) : null;
        return named != null && form.isFor(named) ? named : null;
    }

    /** Null: it was booked, or has ended. */
    private @Nullable AppointmentId standing(Bearer by, @Nullable UUID hold) {
        AppointmentView named = named(by, hold);
        return named == null || held(named) == null ? null : named.id();
    }

    private @Nullable AppointmentView named(Bearer by, @Nullable UUID hold) {
        if (hold == null) {
            return null;
        }
        try {
            return appointments.find(by, new AppointmentId(hold));
        } catch (Refused gone) {
            return null;
        }
    }

    private static List<Instant> starts(Instant clicked, Instant now) {
        return LongStream.rangeClosed(Grid.cell(clicked) - AROUND, Grid.cell(clicked) + AROUND)
                .mapToObj(Grid::instant)
                .filter(start -> start.equals(clicked) || !start.isBefore(now))
                .toList();
    }
}
