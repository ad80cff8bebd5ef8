package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Commitment;
import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest(properties = "unknot.holds.per-actor=3")
class HoldTest extends HoldsOverHttp {

    @Autowired
    private ClaimedTime claimedTime;

    @Autowired
    private MovableClock clock;

    @Test
    void aHeldTimeIsOfferedToNobodyAndBookedUnderTheSameId() {
        AppointmentView held = hold(10);
        assertThat(held.status()).isEqualTo(AppointmentStatus.HELD);
        assertThat(Duration.between(clock.instant(), held.expiresAt())).isBetween(LEASE.minusMinutes(1), LEASE);
        assertThat(offered()).doesNotContain(clinic.at(10, 0));
        assertThat(book(10, null, ada).code()).isEqualTo("slot-taken");

        Answer booked = book(10, held.id(), ada);

        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        assertThat(booked.etag()).isEqualTo("\"2\"");
        AppointmentView view = booked.body(AppointmentView.class);
        assertThat(view.id()).isEqualTo(held.id());
        assertThat(view.status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(view.revision()).isEqualTo(1);
        assertThat(view.expiresAt()).isNull();
        assertThat(view.participants().getFirst().clientId()).isEqualTo(ada);
        assertThat(claimsOf(held.id())).containsExactly("CLIENT", "ROOM", "THERAPIST");
        assertThat(story(held.id())).containsExactly("1 held", "2 booked");
    }

    @Test
    void aHoldEndsByItselfAndWhoMeetsItThenSaysSo() {
        AppointmentView held = hold(10);

        letTheLeaseEnd();

        assertThat(offered()).contains(clinic.at(10, 0));
        assertThat(desk.get(APPOINTMENTS + "/" + held.id()).etag()).isEqualTo("\"1\"");
        assertThat(book(10, null, clinic.client()).status()).isEqualTo(201);
        assertThat(read(held.id()).status()).isEqualTo(AppointmentStatus.EXPIRED);
        assertThat(claimsOf(held.id())).isEmpty();
        assertThat(story(held.id())).containsExactly("1 held", "2 expired lease-over");
        assertThat(book(10, held.id(), ada).code()).isEqualTo("slot-taken");
    }

    @Test
    void aTimeWhoseHoldHasEndedCanBeHeldAgain() {
        AppointmentView first = hold(10);
        letTheLeaseEnd();

        AppointmentView second = hold(10);

        assertThat(read(first.id()).status()).isEqualTo(AppointmentStatus.EXPIRED);
        assertThat(book(10, second.id(), ada).status()).isEqualTo(201);
    }

    @Test
    void aMoveThatMeetsAHoldThatEndedTakesItsTime() {
        String visit = book(ada, 14);
        AppointmentView held = hold(10);
        letTheLeaseEnd();

        ok(move(owner, visit, 1, to(clinic.at(10, 0))));

        assertThat(story(held.id())).containsExactly("1 held", "2 expired lease-over");
    }

    @Test
    void whatIsGivenBackCanBeBookedAtOnce() {
        AppointmentView held = hold(10);

        assertThat(desk.delete(HOLDS + "/" + held.id()).status()).isEqualTo(204);
        assertThat(desk.delete(HOLDS + "/" + held.id()).status()).isEqualTo(204);

        assertThat(book(10, held.id(), ada).code()).isEqualTo("hold-expired");
        Answer booked = book(10, null, ada);
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        assertThat(story(held.id())).containsExactly("1 held", "2 expired given-back");
        assertThat(desk.delete(HOLDS + "/" + booked.createdId()).code()).isEqualTo("hold-booked");
        assertThat(desk.delete(HOLDS + "/" + UUID.randomUUID()).code()).isEqualTo("not-found");
    }

    @Test
    void aHoldIsNobodysButItsLocations() {
        AppointmentView held = hold(10);
        Http elsewhere = as(Tokens.of(Role.FRONT_DESK, new LocationId(UUID.randomUUID())));
        Http here = as(Tokens.of(Role.FRONT_DESK, clinic.location));

        assertThat(elsewhere.delete(HOLDS + "/" + held.id()).code()).isEqualTo("not-found");
        assertThat(elsewhere.post(HOLDS, wish(12, null)).code()).isEqualTo("location-not-yours");
        for (String outsider : List.of(
                Tokens.of(Role.THERAPIST, mira.toString()),
                Tokens.client(held.id().value()))) {
            assertThat(as(outsider).post(HOLDS, wish(12, null)).code()).isEqualTo("role-not-allowed");
            assertThat(as(outsider).delete(HOLDS + "/" + held.id()).code()).isEqualTo("role-not-allowed");
        }
        assertThat(here.delete(HOLDS + "/" + held.id()).status()).isEqualTo(204);
    }

    @Test
    void aBookingRepeatsWhatWasHeld() {
        AppointmentView held = desk.post(HOLDS, wish(10, ada)).body(AppointmentView.class);

        mismatch("start", held, clinic.hourOf(treatment, ada, null, clinic.at(11, 0)));
        mismatch("minutes", held, clinic.booking(treatment, 120, ada, null, clinic.at(10, 0)));
        mismatch("treatmentId", held, clinic.hourOf(clinic.treatment(), ada, null, clinic.at(10, 0)));
        mismatch("participants[0].clientId", held, clinic.hourOf(treatment, clinic.client(), null, clinic.at(10, 0)));
        assertThat(book(10, new AppointmentId(UUID.randomUUID()), ada).code()).isEqualTo("unknown-hold");
        assertThat(book(10, held.id(), ada).status()).isEqualTo(201);
    }

    @Test
    void anotherTherapistMayGiveWhatWasHeld() {
        AppointmentView held = hold(10);
        TherapistId noor = clinic.therapist();

        AppointmentView booked = desk.post(
                        APPOINTMENTS, of(held.id(), clinic.hourOf(treatment, ada, noor, clinic.at(10, 0))))
                .body(AppointmentView.class);

        assertThat(booked.participants().getFirst().therapistId()).isEqualTo(noor);
        assertThat(booked.revision()).isEqualTo(2);
        clinic.withRoom(1);
        assertThat(desk.post(APPOINTMENTS, clinic.hourOf(treatment, clinic.client(), mira, clinic.at(10, 0)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aRuleThatWasSetAsideForAHoldIsSetAsideForItsBooking() {
        HoldTime offCadence = new HoldTime(
                null,
                null,
                treatment,
                60,
                clinic.location,
                clinic.at(10, 5),
                List.of(new Waiver("off-cadence", "She comes straight from work.")));
        AppointmentView held = desk.post(HOLDS, offCadence).body(AppointmentView.class);

        AppointmentView booked = desk.post(
                        APPOINTMENTS, of(held.id(), clinic.hourOf(treatment, ada, null, clinic.at(10, 5))))
                .body(AppointmentView.class);

        assertThat(booked.waived()).containsExactly("off-cadence");
    }

    @Test
    void aClientWhoIsNamedIsHeldToo() {
        clinic.therapist();
        clinic.withRoom(1);
        assertThat(desk.post(HOLDS, wish(10, ada)).status()).isEqualTo(201);

        assertThat(book(10, null, ada).code()).isEqualTo("slot-taken");
        assertThat(book(10, null, clinic.client()).status()).isEqualTo(201);
        assertThat(desk.post(HOLDS, wish(12, new ClientId(UUID.randomUUID()))).code())
                .isEqualTo("unknown-client");
    }

    @Test
    void holdsThatEndedAreListedOnlyForWhoAsks() {
        AppointmentView lapsed = hold(8);
        letTheLeaseEnd();
        AppointmentView standing = hold(10);
        AppointmentView returned = hold(12);
        desk.delete(HOLDS + "/" + returned.id());

        assertThat(listed("")).containsExactly(standing.id());
        assertThat(listed("&status=HELD")).containsExactly(lapsed.id(), standing.id());
        assertThat(listed("&status=EXPIRED")).containsExactly(returned.id());
    }

    @Test
    void nobodyHoldsMoreThanAFewTimesAtOnce() {
        clinic.withRoom(1);
        List<Answer> answers = Race.of(10, i -> () -> desk.post(HOLDS, wish(7 + i, null)));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(3);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allMatch(answer -> answer.code().equals("too-many-holds"));
        assertThat(as(Tokens.of(Role.OWNER)).post(HOLDS, wish(17, null)).status())
                .isEqualTo(201);
        letTheLeaseEnd();
        assertThat(desk.post(HOLDS, wish(18, null)).status()).isEqualTo(201);
    }

    @Test
    void whoHoldsTimesFindsThemAndNobodyElseDoes() {
        AppointmentView held = hold(10);
        AppointmentView booked = hold(12);
        book(12, booked.id(), ada);

        assertThat(desk.get(HOLDS).body().path("items").findValuesAsString("id"))
                .containsExactly(held.id().toString());
        assertThat(as(Tokens.of(Role.OWNER)).get(HOLDS).body().path("items")).isEmpty();
        letTheLeaseEnd();
        assertThat(desk.get(HOLDS).body().path("items")).isEmpty();
    }

    @Test
    void anIndexThatStartsAnewLearnsWhenHoldsEnd() {
        AppointmentView held = hold(10);

        List<Commitment> all = new ArrayList<>();
        claimedTime.since(clinic.at(9, 0), all::add);

        assertThat(all)
                .filteredOn(each -> each.id().equals(held.id().value()))
                .singleElement()
                .satisfies(each -> assertThat(each.expiresAt()).isEqualTo(held.expiresAt()));
    }

    private void mismatch(String field, AppointmentView held, BookAppointment wish) {
        Answer answer = desk.post(APPOINTMENTS, of(held.id(), wish));
        assertThat(answer.code()).isEqualTo("hold-mismatch");
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    private AppointmentView read(AppointmentId id) {
        return desk.get(APPOINTMENTS + "/" + id).body(AppointmentView.class);
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

    private List<AppointmentId> listed(String query) {
        return desk.get(APPOINTMENTS + "?location=" + clinic.location + query)
                .body()
                .path("items")
                .valueStream()
                .map(item -> AppointmentId.of(item.path("id").asString()))
                .toList();
    }
}
