package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AddOn;
import dev.unknot.common.appointment.AmendAppointment;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.appointment.OverrunAppointment;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.terms.LocationTermsSnapshot;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuAddOn;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is changed of a visit where it stands: what it consists of, and when it ends. */
@ServiceTest
class VisitChangesTest extends LifeOverHttp {

    private static final BigDecimal TAX = new BigDecimal("19");

    @Autowired
    private Availability availability;

    private TreatmentId deep;

    @BeforeEach
    void putAMenu() {
        deep = clinic.treatment(5, 10, null, null);
        availability.learn(
                new LocationTermsSnapshot(
                        clinic.location,
                        BookingPolicy.USUAL,
                        new Menu(
                                List.of(
                                        new MenuEntry(treatment, 60, euros(7_140), TAX),
                                        new MenuEntry(deep, 60, euros(8_330), TAX),
                                        new MenuEntry(treatment, 120, euros(13_090), TAX)),
                                List.of(new MenuAddOn("hot-stones", "Hot stones", 15, euros(1_190), TAX)))),
                1);
    }

    @Test
    void anotherTreatmentKeepsTheTimeAndCostsWhatItCosts() {
        String id = book(ada, 10);

        AppointmentView amended = ok(amend(id, 1, deep, null, null, null));

        assertThat(amended.treatmentId()).isEqualTo(deep);
        assertThat(amended.price()).isEqualTo(euros(8_330));
        assertThat(amended.tax()).isEqualTo(euros(1_330));
        assertThat(amended.revision())
                .as("the client was told another treatment and price")
                .isEqualTo(2);
        assertThat(amended.start()).isEqualTo(clinic.at(10, 0));
        assertThat(announced(id).getLast()).isEqualTo("dev.unknot.appointment.amended.v1");
    }

    @Test
    void addOnsLengthenTheVisitAndItsClaims() {
        String id = book(ada, 10);

        AppointmentView amended = ok(amend(id, 1, null, null, null, List.of("hot-stones")));

        assertThat(amended.minutes()).isEqualTo(75);
        assertThat(amended.revision()).as("it ends later").isEqualTo(2);
        assertThat(amended.addOns()).containsExactly(new AddOn("hot-stones", "Hot stones", 15, euros(1_190)));
        assertThat(amended.price()).isEqualTo(euros(7_140 + 1_190));
        assertThat(claims(id)).containsExactly("CLIENT 10:00-11:15", "ROOM 10:00-11:25", "THERAPIST 09:55-11:25");

        AppointmentView back = ok(amend(id, 2, null, null, null, List.of()));

        assertThat(back.minutes()).isEqualTo(60);
        assertThat(back.addOns()).isEmpty();
        refused(422, "no-change", amend(id, 3, null, 60, null, List.of()));
        refused(422, "unknown-add-on", amend(id, 3, null, null, null, List.of("mud")));
    }

    @Test
    void aSearchWithAddOnsShowsWhatCanBeBookedWithThemAndForHowMuch() {
        book(clinic.client(), 11, 15);
        String slots = "/api/v1/slots?treatment=" + treatment + "&minutes=60&location=" + clinic.location + "&from="
                + clinic.at(9, 0) + "&to=" + clinic.at(11, 15);

        assertThat(starts(owner.get(slots))).contains(clinic.at(10, 0).toString());
        Answer longer = owner.get(slots + "&addOn=hot-stones");

        assertThat(starts(longer))
                .contains(clinic.at(9, 45).toString())
                .doesNotContain(clinic.at(10, 0).toString());
        assertThat(longer.body().at("/items/0/end").asString())
                .isEqualTo(Instant.parse(longer.body().at("/items/0/start").asString())
                        .plusSeconds(75 * 60)
                        .toString());
        assertThat(longer.body().at("/items/0/price/amount").asInt()).isEqualTo(7_140 + 1_190);
        refused(422, "unknown-add-on", owner.get(slots + "&addOn=mud"));
        refused(422, "add-on-twice", owner.get(slots + "&addOn=hot-stones&addOn=hot-stones"));
    }

    @Test
    void aVisitWithAddOnsFindsOtherTimesForAllOfIt() {
        String id = book(ada, 10);
        AppointmentView visit = ok(amend(id, 1, null, null, null, List.of("hot-stones")));
        String own = "/api/v1/slots?treatment=" + treatment + "&moving=" + id + "&from=" + clinic.at(12, 0) + "&to="
                + clinic.at(15, 0) + "&minutes=";

        for (int minutes : List.of(visit.minutes(), visit.treatmentMinutes())) {
            Answer times = link(id).get(own + minutes);
            assertThat(starts(times))
                    .contains(clinic.at(13, 45).toString())
                    .doesNotContain(clinic.at(14, 0).toString());
        }
        assertThat(starts(owner.get(own + 60 + "&location=" + clinic.location)))
                .as("what the desk is offered, with or without being told of the add-ons")
                .isEqualTo(starts(owner.get(own + 60 + "&location=" + clinic.location + "&addOn=hot-stones")))
                .contains(clinic.at(13, 45).toString())
                .doesNotContain(clinic.at(14, 0).toString());
        refused(403, "slots-not-yours", link(id).get(own + 120));
        ok(move(link(id), id, 2, to(clinic.at(13, 45))));
    }

    private static List<String> starts(Answer slots) {
        assertThat(slots.status()).as(slots.toString()).isEqualTo(200);
        return slots.body()
                .path("items")
                .valueStream()
                .map(slot -> slot.path("start").asString())
                .toList();
    }

    @Test
    void aLongerVisitThatRunsIntoTheNextIsRefusedAndStaysAsItWas() {
        String id = book(ada, 10);
        book(clinic.client(), 12, 15);
        AppointmentView before = one(id);

        assertThat(ok(amend(id, 1, null, 120, null, null)).minutes()).isEqualTo(120);
        refused(409, "slot-taken", amend(id, 2, null, null, null, List.of("hot-stones")));

        assertThat(one(id).minutes()).isEqualTo(120);
        assertThat(one(id).version()).isEqualTo(before.version() + 1);
        refused(412, "version-mismatch", amend(id, 1, null, 60, null, null));
    }

    @Test
    void anotherRoomIsTakenIfItIsFree() {
        clinic.withRoom(1);
        String id = book(ada, 10);
        RoomId other = theOtherRoom(id);

        AppointmentView amended = ok(amend(id, 1, null, null, other, null));

        assertThat(amended.roomId()).isEqualTo(other);
        var history = owner.get(PATH + id + "/history").body().path("items");
        assertThat(history.at("/0/visit/roomId").asString()).isNotEqualTo(other.toString());
        assertThat(history.at("/1/visit/roomId").asString()).isEqualTo(other.toString());
        assertThat(history.at("/1/visit/therapists/0").asString()).isEqualTo(mira.toString());
        assertThat(history.at("/1/visit/minutes").asInt()).isEqualTo(60);
        assertThat(history.at("/1/visit/price/amount").asInt()).isEqualTo(7_140);
        assertThat(amended.revision()).isEqualTo(1);
        refused(422, "no-change", amend(id, 2, null, null, other, null));
    }

    @Test
    void whoHasComeMayStillChooseOtherwiseAfterTheStart() {
        String id = book(ada, 10);
        goTo(clinic.at(10, 5));
        ok(step(owner, id, "check-in", 1));

        assertThat(ok(amend(id, 2, deep, null, null, null)).status()).isEqualTo(AppointmentStatus.CHECKED_IN);

        ok(step(owner, id, "session", 3));
        refused(409, "already-in-session", amend(id, 4, treatment, null, null, null));
    }

    @Test
    void whatIsChangedAfterTheStartIsWrittenDownWhenItIsDone() {
        String id = book(ada, 10);
        goTo(clinic.at(10, 5));
        ok(step(owner, id, "check-in", 1));
        goTo(clinic.at(10, 20));

        ok(amend(id, 2, deep, null, null, null));

        Instant at = Instant.parse(
                owner.get(PATH + id + "/history").body().at("/items/2/at").asString());
        assertThat(at).isBetween(clinic.at(10, 20), clinic.at(10, 21));
    }

    @Test
    void aHoldThatEndedAfterTheStartIsNotInTheWayOfALongerVisit() {
        String id = book(ada, 10);
        goTo(clinic.at(10, 0));
        HoldTime quarterPast = new HoldTime(null, mira, treatment, 60, clinic.location, clinic.at(11, 15), null);
        assertThat(owner.post("/api/v1/holds", quarterPast).status()).isEqualTo(201);
        goTo(clinic.at(10, 5));
        ok(step(owner, id, "check-in", 1));
        refused(409, "slot-taken", amend(id, 2, null, 120, null, null));
        goTo(clinic.at(10, 20));

        assertThat(ok(amend(id, 2, null, 120, null, null)).minutes()).isEqualTo(120);
    }

    @Test
    void aVisitOfALengthThatNobodySellsKeepsItInAnotherRoomAndAtAnotherTime() {
        clinic.withRoom(1);
        String id = book(ada, 10);
        goTo(clinic.at(10, 5));
        ok(step(owner, id, "check-in", 1));
        ok(overrun(owner, id, 2, clinic.at(11, 10), false));

        AppointmentView elsewhere = ok(amend(id, 3, null, null, theOtherRoom(id), null));

        assertThat(elsewhere.minutes()).isEqualTo(70);
        assertThat(elsewhere.price()).isEqualTo(euros(7_140));
        refused(422, "not-on-menu", amend(id, 4, null, null, null, List.of("hot-stones")));
        ok(step(owner, id, "undo", 4));
        AppointmentView later = ok(move(owner, id, 5, to(clinic.at(14, 0))));
        assertThat(later.minutes()).isEqualTo(70);
        assertThat(later.price()).isEqualTo(euros(7_140));
    }

    @Test
    void aVisitCutShorterThanItsAddOnsIsNoLongerInAnotherRoom() {
        clinic.withRoom(1);
        String id = book(ada, 10);
        ok(amend(id, 1, null, null, null, List.of("hot-stones")));
        goTo(clinic.at(10, 5));
        ok(step(owner, id, "check-in", 2));
        ok(overrun(owner, id, 3, clinic.at(10, 10), false));

        AppointmentView elsewhere = ok(amend(id, 4, null, null, theOtherRoom(id), null));

        assertThat(elsewhere.minutes()).isEqualTo(10);
        assertThat(elsewhere.addOns()).hasSize(1);
        assertThat(claims(id)).contains("CLIENT 10:00-10:10");
        refused(422, "not-on-menu", amend(id, 5, null, null, null, List.of()));
        assertThat(ok(amend(id, 5, null, 60, null, List.of())).minutes()).isEqualTo(60);
    }

    @Test
    void whatIsNoLongerOnTheMenuStaysBookedAndIsMovedAsItWasAgreed() {
        String id = book(ada, 10);
        sellOnly(new MenuEntry(deep, 60, euros(8_330), TAX));
        refused(422, "not-on-menu", tryToBook(clinic.client(), clinic.at(12, 0)));
        String times = "/api/v1/slots?treatment=" + treatment + "&minutes=60&moving=" + id + "&from=" + clinic.at(14, 0)
                + "&to=" + clinic.at(16, 0);
        assertThat(starts(link(id).get(times))).contains(clinic.at(14, 0).toString());
        assertThat(link(id).get(times).body().at("/items/0/price/amount").asInt())
                .isEqualTo(7_140);
        String here = times + "&location=" + clinic.location;
        assertThat(starts(owner.get(here))).contains(clinic.at(14, 0).toString());
        assertThat(owner.get(here).body().at("/items/0/price/amount").asInt()).isEqualTo(7_140);
        assertThat(starts(owner.get(here.replace("&moving=" + id, "")))).isEmpty();

        AppointmentView moved = ok(move(owner, id, 1, to(clinic.at(14, 0))));

        assertThat(moved.price()).isEqualTo(euros(7_140));
        refused(422, "not-on-menu", amend(id, 2, null, 120, null, null));
        ok(cancel(owner, id, 2));
        assertThat(ok(step(owner, id, "undo", 3)).start()).isEqualTo(clinic.at(14, 0));
    }

    private void sellOnly(MenuEntry entry) {
        availability.learn(
                new LocationTermsSnapshot(clinic.location, BookingPolicy.USUAL, new Menu(List.of(entry), List.of())),
                2);
    }

    private RoomId theOtherRoom(String id) {
        return clinic.rooms.stream()
                .map(RoomSnapshot::id)
                .filter(room -> !room.equals(one(id).roomId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSessionEndsLaterOrEarlierForTheSameMoney() {
        String id = underWay(ada, 10);

        AppointmentView longer = ok(overrun(owner, id, 3, clinic.at(11, 20), false));

        assertThat(longer.minutes()).isEqualTo(80);
        assertThat(longer.price()).isEqualTo(euros(7_140));
        assertThat(claims(id)).containsExactly("CLIENT 10:00-11:20", "ROOM 10:00-11:30", "THERAPIST 09:55-11:30");
        assertThat(ok(overrun(owner, id, 4, clinic.at(10, 45), false)).minutes())
                .isEqualTo(45);
        refused(422, "no-change", overrun(owner, id, 5, clinic.at(10, 45), false));
        refused(422, "end-off-grid", overrun(owner, id, 5, clinic.at(10, 46), false));
        refused(422, "range-empty", overrun(owner, id, 5, clinic.at(10, 0), false));
        refused(422, "session-too-long", overrun(owner, id, 5, clinic.at(18, 5), false));
        assertThat(claims(id)).contains("THERAPIST 09:55-10:55");
    }

    @Test
    void whatItRunsIntoIsShownAndMovedBackWhereThatIsAskedFor() {
        String next = book(clinic.client(), 11, 15);
        String afterNext = book(clinic.client(), 12, 30);
        String undisturbed = book(clinic.client(), 15, 0);
        String id = underWay(ada, 10);
        Instant end = clinic.at(11, 15);

        assertThat(knockOns(id, end))
                .containsExactly(next + " to " + clinic.at(11, 30), afterNext + " to " + clinic.at(12, 45));
        refused(409, "slot-taken", overrun(owner, id, 3, end, false));
        assertThat(one(next).version()).as("nothing is moved by looking").isEqualTo(1);

        ok(overrun(owner, id, 3, end, true));

        assertThat(one(next).start()).isEqualTo(clinic.at(11, 30));
        assertThat(one(afterNext).start()).isEqualTo(clinic.at(12, 45));
        assertThat(one(afterNext).revision()).as("their clients are told").isEqualTo(2);
        assertThat(one(undisturbed).version()).isEqualTo(1);
        assertThat(knockOns(id, end)).isEmpty();
    }

    @Test
    void ifOneVisitCannotBeMovedBackNothingChanges() {
        String next = book(clinic.client(), 11, 15);
        String last = book(clinic.client(), 17, 45);
        String id = underWay(ada, 10);

        refused(409, "outside-working-time", overrun(owner, id, 3, clinic.at(17, 45), true));

        assertThat(one(id).minutes()).isEqualTo(60);
        assertThat(one(next).version()).isEqualTo(1);
        assertThat(one(last).version()).isEqualTo(1);
    }

    @Test
    void onlyASessionUnderWayRunsLate() {
        String id = book(ada, 10);

        refused(409, "not-checked-in", overrun(owner, id, 1, clinic.at(11, 15), false));
        refused(403, "role-not-allowed", overrun(link(id), id, 1, clinic.at(11, 15), false));
        refused(
                403,
                "role-not-allowed",
                overrun(
                        as(Tokens.of(Role.THERAPIST, mira.toString(), clinic.location)),
                        id,
                        1,
                        clinic.at(11, 15),
                        true));
    }

    private String underWay(ClientId client, int hour) {
        String id = book(client, hour);
        goTo(clinic.at(hour, 1));
        ok(step(owner, id, "check-in", 1));
        ok(step(owner, id, "session", 2));
        return id;
    }

    private String book(ClientId client, int hour, int minute) {
        Answer booked = tryToBook(client, clinic.at(hour, minute));
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.createdId();
    }

    private List<String> knockOns(String id, Instant end) {
        return owner.get(PATH + id + "/knock-on?end=" + end)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("appointmentId").asString() + " to "
                        + Instant.parse(item.path("earliestStart").asString()))
                .toList();
    }

    private Answer amend(
            String id,
            int version,
            @Nullable TreatmentId to,
            @Nullable Integer minutes,
            @Nullable RoomId room,
            @Nullable List<String> addOns) {
        return owner.post(
                PATH + id + "/amendment",
                new AmendAppointment(to, minutes, room, addOns, null, null),
                "If-Match",
                "\"" + version + "\"");
    }

    private static Answer overrun(Http caller, String id, int version, Instant end, boolean shift) {
        return caller.post(
                PATH + id + "/overrun", new OverrunAppointment(end, shift), "If-Match", "\"" + version + "\"");
    }

    private static Money euros(long cents) {
        return new Money(cents, "EUR");
    }
}
