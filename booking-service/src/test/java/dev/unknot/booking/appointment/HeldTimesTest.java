package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What its holder can do with a hold, and nobody else can. */
@ServiceTest(properties = "unknot.holds.per-actor=3")
class HeldTimesTest extends HoldsOverHttp {

    @Test
    void aLeaseIsCountedAnewOnceAndEveryIndexHearsOfIt() {
        AppointmentView held = hold(10);
        Instant end = Objects.requireNonNull(held.expiresAt());
        goTo(end.minus(Duration.ofMinutes(4)));

        AppointmentView renewed = ok(renew(desk, held.id(), 1));

        assertThat(renewed.status()).isEqualTo(AppointmentStatus.HELD);
        assertThat(renewed.revision()).isEqualTo(1);
        assertThat(renewed.expiresAt()).isBetween(end.plus(Duration.ofMinutes(6)), end.plus(Duration.ofMinutes(7)));
        refused(409, "already-renewed", renew(desk, held.id(), 2));
        assertThat(story(held.id())).containsExactly("1 held", "2 held");
        goTo(end.plusSeconds(1));
        assertThat(offered()).doesNotContain(clinic.at(10, 0));
        assertThat(book(10, null, clinic.client()).code()).isEqualTo("slot-taken");
        assertThat(book(10, held.id(), ada).status()).isEqualTo(201);
    }

    @Test
    void whatIsOverOrGivenBackOrBookedIsNotRenewed() {
        AppointmentView lapsed = hold(8);
        letTheLeaseEnd();
        refused(409, "hold-expired", renew(desk, lapsed.id(), 1));
        AppointmentView returned = hold(10);
        desk.delete(HOLDS + "/" + returned.id());
        refused(409, "hold-expired", renew(desk, returned.id(), 2));
        AppointmentView booked = hold(12);
        assertThat(book(12, booked.id(), ada).status()).isEqualTo(201);
        refused(409, "hold-booked", renew(desk, booked.id(), 2));
        AppointmentView other = hold(14);
        refused(412, "version-mismatch", renew(desk, other.id(), 7));
        refused(428, "if-match-required", desk.post(HOLDS + "/" + other.id() + "/renewal", ""));
        assertThat(desk.delete(HOLDS + "/" + other.id(), "If-Match", "\"7\"").code())
                .isEqualTo("version-mismatch");
        assertThat(desk.delete(HOLDS + "/" + other.id(), "If-Match", "\"1\"").status())
                .isEqualTo(204);
    }

    @Test
    void aColleagueNeitherBooksNorRenewsAHoldButMayGiveItBack() {
        AppointmentView held = hold(10);
        Http colleague = as(Tokens.of(Role.FRONT_DESK, clinic.location));

        refused(403, "hold-not-yours", renew(colleague, held.id(), 1));
        refused(
                403,
                "hold-not-yours",
                colleague.post(APPOINTMENTS, of(held.id(), clinic.hourOf(treatment, ada, null, clinic.at(10, 0)))));
        refused(403, "hold-not-yours", colleague.post(HOLDS, replacing(held.id(), 12)));
        String visit = book(ada, 14);
        refused(403, "hold-not-yours", move(colleague, visit, 1, over(held.id(), 10)));
        assertThat(colleague.delete(HOLDS + "/" + held.id()).status()).isEqualTo(204);
    }

    @Test
    void aHoldIsBookedAfterItsEndWhileTheTimeIsFree() {
        AppointmentView held = hold(10);
        letTheLeaseEnd();

        Answer booked = book(10, held.id(), ada);

        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        assertThat(booked.body(AppointmentView.class).id()).isEqualTo(held.id());
        assertThat(story(held.id())).containsExactly("1 held", "2 booked");
        assertThat(claimsOf(held.id())).containsExactly("CLIENT", "ROOM", "THERAPIST");
    }

    @Test
    void aHoldWhoseEndWasWrittenDownIsBookedToo() {
        AppointmentView held = hold(10);
        letTheLeaseEnd();
        Answer inItsWay = book(10, null, clinic.client());
        assertThat(book(10, held.id(), ada).code()).isEqualTo("slot-taken");
        ok(cancel(owner, inItsWay.createdId(), 1));

        assertThat(book(10, held.id(), ada).status()).isEqualTo(201);

        assertThat(story(held.id())).containsExactly("1 held", "2 expired lease-over", "3 booked");
        assertThat(claimsOf(held.id())).containsExactly("CLIENT", "ROOM", "THERAPIST");
        assertThat(offered()).doesNotContain(clinic.at(10, 0));
    }

    @Test
    void whatAHoldKeptASideIsLookedAtAgainAfterItsEnd() {
        AppointmentView held = hold(10);
        goTo(clinic.at(9, 30));

        assertThat(book(10, held.id(), ada).code()).isEqualTo("notice-too-short");
    }

    @Test
    void aHoldReplacesAnotherOfTheSameHolder() {
        hold(8);
        hold(12);
        AppointmentView before = hold(10);

        AppointmentView after = desk.post(HOLDS, replacing(before.id(), 10)).body(AppointmentView.class);

        assertThat(after.status()).isEqualTo(AppointmentStatus.HELD);
        assertThat(story(before.id())).containsExactly("1 held", "2 expired replaced");
        assertThat(desk.post(HOLDS, replacing(after.id(), 12)).code())
                .as("what is taken")
                .isEqualTo("slot-taken");
        assertThat(one(after.id().toString()).status()).isEqualTo(AppointmentStatus.HELD);
        assertThat(desk.post(HOLDS, replacing(new AppointmentId(UUID.randomUUID()), 14))
                        .code())
                .isEqualTo("unknown-hold");
    }

    @Test
    void aMoveTakesOverAHeldTimeWithTheTherapistItIsHeldFor() {
        TherapistId noor = clinic.therapist();
        String visit = book(ada, 14);
        AppointmentView held = desk.post(
                        HOLDS, new HoldTime(ada, noor, treatment, 60, clinic.location, clinic.at(10, 0), null))
                .body(AppointmentView.class);
        refused(422, "hold-mismatch", move(desk, visit, 1, over(held.id(), 11)));
        refused(409, "slot-taken", move(desk, visit, 1, over(null, 10)));

        AppointmentView moved = ok(move(desk, visit, 1, over(held.id(), 10)));

        assertThat(moved.start()).isEqualTo(clinic.at(10, 0));
        assertThat(moved.participants().getFirst().therapistId()).isEqualTo(noor);
        assertThat(story(held.id())).containsExactly("1 held", "2 expired redeemed");
        assertThat(claimsOf(held.id())).isEmpty();
        assertThat(claims(visit)).contains("CLIENT 10:00-11:00");
        assertThat(book(10, held.id(), clinic.client()).code()).isEqualTo("hold-expired");
        refused(409, "hold-expired", move(desk, visit, 2, over(held.id(), 10)));
    }

    @Test
    void aMoveToAHeldTimeNeedsNoNoticeAnewLikeABookingOfIt() {
        String visit = book(ada, 14);
        goTo(clinic.at(8, 55));
        AppointmentView held = hold(10);
        goTo(clinic.at(9, 3));

        AppointmentView moved = ok(move(desk, visit, 1, over(held.id(), 10)));

        assertThat(moved.start()).isEqualTo(clinic.at(10, 0));
    }

    @Test
    void aMoveTakesOverWhatStaffSetAsideForTheHold() {
        String visit = book(ada, 14);
        goTo(clinic.at(9, 30));
        Waiver aWalkIn = new Waiver("notice-too-short", "A walk-in.");
        AppointmentView held = desk.post(
                        HOLDS,
                        new HoldTime(null, null, treatment, 60, clinic.location, clinic.at(10, 0), List.of(aWalkIn)))
                .body(AppointmentView.class);

        AppointmentView moved = ok(move(desk, visit, 1, over(held.id(), 10)));

        assertThat(moved.waived()).containsExactly("notice-too-short");
    }

    @Test
    void aMoveToATimeWhoseHoldHasEndedNeedsItsNotice() {
        String visit = book(ada, 14);
        AppointmentView held = hold(10);
        goTo(clinic.at(9, 30));

        refused(422, "notice-too-short", move(desk, visit, 1, over(held.id(), 10)));
    }

    private static Answer renew(Http caller, AppointmentId hold, int version) {
        return caller.post(HOLDS + "/" + hold + "/renewal", "", "If-Match", "\"" + version + "\"");
    }

    private HoldTime replacing(AppointmentId hold, int hour) {
        return new HoldTime(null, null, treatment, 60, clinic.location, clinic.at(hour, 0), null, null, hold);
    }

    private RescheduleAppointment over(@Nullable AppointmentId hold, int hour) {
        return new RescheduleAppointment(clinic.at(hour, 0), null, null, null, null, null, null, null, hold, null);
    }

    private List<Instant> offered() {
        return desk.get("/api/v1/slots?treatment=" + treatment + "&minutes=60&location=" + clinic.location + "&from="
                        + clinic.at(0, 0) + "&to=" + clinic.at(23, 0))
                .body()
                .path("items")
                .valueStream()
                .map(slot -> Instant.parse(slot.path("start").asString()))
                .toList();
    }
}
