package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AmendAppointment;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.appointment.HoldTime.HeldSeat;
import dev.unknot.common.appointment.OverrunAppointment;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several in one appointment, in a room for three, and time that is given twice. */
@ServiceTest
class PartiesTest extends PartiesOverHttp {

    @Test
    void aCoupleIsOneAppointmentWithClaimsForEachOfThem() {
        String id = booked(10, seat(ada, mira), seat(ben, null));

        AppointmentView view = one(id);
        assertThat(view.participants()).containsExactly(new Participant(ada, mira), new Participant(ben, noor));
        assertThat(view.roomId()).isEqualTo(pool);
        assertThat(view.price().amount()).isEqualTo(2 * 8900);
        assertThat(claims(id))
                .containsExactly(
                        "CLIENT 10:00-11:00",
                        "CLIENT 10:00-11:00",
                        "ROOM 10:00-11:10",
                        "ROOM 10:00-11:10",
                        "THERAPIST 09:55-11:10",
                        "THERAPIST 09:55-11:10");
        for (TherapistId each : List.of(mira, noor)) {
            assertThat(ok(as(Tokens.of(Role.THERAPIST, each.toString())).get(PATH + id))
                            .id())
                    .isEqualTo(view.id());
        }
        assertThat(owner.get(ALL + "?client=" + ben + "&therapist=" + mira)
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aGroupClaimsItsTherapistOnceAndAPlaceForEachClient() {
        String id = booked(10, seat(ada, mira), seat(ben, mira), seat(clinic.client(), mira));

        assertThat(claims(id).stream().map(claim -> claim.split(" ")[0]))
                .containsExactly("CLIENT", "CLIENT", "CLIENT", "ROOM", "ROOM", "ROOM", "THERAPIST");
    }

    @Test
    void whoIsAtFaultInAPartyIsNamed() {
        book(clinic.client(), 10);
        ClientId cem = clinic.client();
        assertThat(owner.post(ALL, clinic.hourOf(treatment, cem, noor, clinic.at(10, 0)))
                        .status())
                .isEqualTo(201);

        refusedAt(409, "slot-taken", "participants[1].therapistId", 10, seat(ada, null), seat(ben, mira));
        refusedAt(409, "slot-taken", "participants[1].clientId", 10, seat(ada, null), seat(cem, null));
        refusedAt(422, "client-twice", "participants[1].clientId", 14, seat(ada, mira), seat(ada, noor));
        refusedAt(
                422,
                "unknown-client",
                "participants[1].clientId",
                14,
                seat(ada, mira),
                seat(new ClientId(some()), noor));
        refusedAt(
                422,
                "unknown-therapist",
                "participants[1].therapistId",
                14,
                seat(ada, mira),
                seat(ben, new TherapistId(some())));
        refusedAt(
                409,
                "too-few-therapists",
                "participants",
                14,
                seat(ada, null),
                seat(ben, null),
                seat(clinic.client(), null));
        refusedAt(
                422,
                "room-too-small",
                "participants",
                14,
                seat(ada, mira),
                seat(ben, mira),
                seat(clinic.client(), mira),
                seat(clinic.client(), mira));
    }

    @Test
    void aPartyMovesAsAWholeAndByPosition() {
        String id = booked(10, seat(ada, mira), seat(ben, noor));

        AppointmentView later = ok(move(owner, id, 1, to(clinic.at(12, 0))));
        AppointmentView swapped = ok(move(owner, id, 2, therapists(12, noor, mira)));
        AppointmentView group = ok(move(owner, id, 3, therapists(12, mira, mira)));
        TherapistId lea = clinic.therapist();
        AppointmentView toLea = ok(move(owner, id, 4, to(clinic.at(12, 0), lea)));

        assertThat(later.participants()).containsExactly(new Participant(ada, mira), new Participant(ben, noor));
        assertThat(swapped.participants()).containsExactly(new Participant(ada, noor), new Participant(ben, mira));
        assertThat(group.participants()).containsExactly(new Participant(ada, mira), new Participant(ben, mira));
        assertThat(toLea.participants()).containsExactly(new Participant(ada, lea), new Participant(ben, lea));
        assertThat(claims(id))
                .filteredOn(claim -> claim.startsWith("THERAPIST"))
                .hasSize(1);

        refused(422, "no-change", move(owner, id, 5, to(clinic.at(12, 0), lea)));
        refused(422, "participants-mismatch", move(owner, id, 5, therapists(12, mira)));
        ok(move(owner, id, 5, therapists(12, mira, noor)));
        refused(422, "several-therapists", move(owner, id, 6, to(clinic.at(14, 0), mira)));
    }

    @Test
    void aPartyIsHeldForSomeAndBookedForAll() {
        HoldTime wish = new HoldTime(
                null,
                null,
                treatment,
                60,
                clinic.location,
                clinic.at(10, 0),
                null,
                List.of(new HeldSeat(ada, null), new HeldSeat(null, mira)),
                null);
        Answer held = owner.post("/api/v1/holds", wish);
        assertThat(held.status()).as(held.toString()).isEqualTo(201);
        AppointmentView hold = held.body(AppointmentView.class);
        assertThat(hold.participants()).containsExactly(new Participant(ada, noor), new Participant(null, mira));

        BookAppointment alone = party(10, seat(ada, null));
        refused(422, "hold-mismatch", owner.post(ALL, redeeming(hold, alone)));
        Answer booked = owner.post(ALL, redeeming(hold, party(10, seat(ada, null), seat(ben, null))));

        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        AppointmentView view = booked.body(AppointmentView.class);
        assertThat(view.id()).isEqualTo(hold.id());
        assertThat(view.participants()).containsExactly(new Participant(ada, noor), new Participant(ben, mira));
        assertThat(view.revision()).isEqualTo(1);
    }

    @Test
    void theRoomAskedForIsTheOneOrNone() {
        assertThat(one(posted(in(pool, 10, ada, mira))).roomId()).isEqualTo(pool);

        RoomId small = clinic.rooms.getFirst().id();
        assertThat(one(posted(in(small, 10, ben, noor))).roomId()).isEqualTo(small);
        TherapistId lea = clinic.therapist();
        Answer taken = owner.post(ALL, in(small, 10, clinic.client(), lea));
        refused(409, "room-taken", taken);
        assertThat(taken.body().at("/errors/0/field").asString()).isEqualTo("roomId");
        refused(422, "unknown-room", owner.post(ALL, in(new RoomId(some()), 14, ada, mira)));

        String id = book(clinic.client(), 16);
        RescheduleAppointment toThePool =
                new RescheduleAppointment(clinic.at(16, 0), null, null, null, null, null, null, pool, null, null);
        AppointmentView moved = ok(move(owner, id, 1, toThePool));
        assertThat(moved.roomId()).isEqualTo(pool);
        assertThat(moved.revision()).as("news to nobody").isEqualTo(1);
    }

    @Test
    void whoeverIsLeastBookedThatWeekIsPicked() {
        book(clinic.client(), 8);
        assertThat(pick(12)).isEqualTo(noor);
        assertThat(pick(14)).as("equal again: by id").isEqualTo(first());
        assertThat(pick(16)).isNotEqualTo(first());
    }

    private TherapistId pick(int hour) {
        return one(booked(hour, seat(clinic.client(), null)))
                .participants()
                .getFirst()
                .therapistId();
    }

    private TherapistId first() {
        return mira.value().compareTo(noor.value()) < 0 ? mira : noor;
    }

    @Test
    void aManagerGivesTimeTwiceWithAReason() {
        book(clinic.client(), 10);
        BookAppointment twice = overbooking(10, MANAGERS_WISH, seat(ada, mira));

        refused(
                403,
                "overbooking-not-allowed",
                as(Tokens.of(Role.FRONT_DESK, clinic.location)).post(ALL, twice));
        refused(422, "overbooking-unnamed", owner.post(ALL, overbooking(10, MANAGERS_WISH, seat(ada, null))));
        String id = posted(twice);

        AppointmentView view = one(id);
        assertThat(view.overbooked()).isTrue();
        assertThat(view.waived()).isEmpty();
        assertThat(owner.get(ALL + "?therapist=" + mira).body().path("items").findValuesAsString("overbooked"))
                .containsExactlyInAnyOrder("true", "false");
        assertThat(owner.get(PATH + id + "/history")
                        .body()
                        .at("/items/0/waived")
                        .toString())
                .contains("overbooked", MANAGERS_WISH);
        assertThat(link(id).get(PATH + id + "/history").body().toString()).doesNotContain(MANAGERS_WISH);
        assertThat(owner.get("/api/v1/audit?subject=" + id).body().path("items").findValuesAsString("what"))
                .contains("appointment-overbooked");
    }

    @Test
    void onlyTheTherapistIsGivenTwice() {
        book(ada, 10);
        refusedAt(409, "slot-taken", "participants[0].clientId", overbooking(10, MANAGERS_WISH, seat(ada, mira)));

        for (int i = 0; i < 3; i++) {
            posted(overbooking(10, MANAGERS_WISH, seat(clinic.client(), mira)));
        }
        refusedAt(409, "slot-taken", "start", overbooking(10, MANAGERS_WISH, seat(ben, mira)));
    }

    @Test
    void whatIsFreeIsNotOverbooked() {
        String id = posted(overbooking(10, MANAGERS_WISH, seat(ada, mira)));

        assertThat(one(id).overbooked()).isFalse();
        assertThat(owner.get(PATH + id + "/history").body().toString()).doesNotContain(MANAGERS_WISH);
    }

    @Test
    void anOverbookedVisitMovesToFreeTimeOrByRight() {
        book(clinic.client(), 10);
        book(clinic.client(), 14);
        String id = posted(overbooking(10, MANAGERS_WISH, seat(ada, mira)));

        refused(409, "slot-taken", move(owner, id, 1, to(clinic.at(14, 0), mira)));
        AppointmentView twice = ok(move(owner, id, 1, overbooking(14)));
        assertThat(twice.overbooked()).isTrue();
        ok(cancel(owner, id, 2));
        refused(409, "slot-taken", step(owner, id, "undo", 3));
        assertThat(one(id).status()).isEqualTo(AppointmentStatus.CANCELLED);

        String other = posted(overbooking(10, MANAGERS_WISH, seat(ada, mira)));
        assertThat(ok(move(owner, other, 1, to(clinic.at(16, 0), mira))).overbooked())
                .isFalse();
    }

    @Test
    void anOverbookedVisitIsAmendedByRight() {
        posted(in(pool, 10, clinic.client(), mira));
        String id = posted(overbooking(10, MANAGERS_WISH, seat(ada, mira)));

        refused(409, "slot-taken", amend(owner, id, into(pool, null)));
        refused(
                403,
                "overbooking-not-allowed",
                amend(as(Tokens.of(Role.FRONT_DESK, clinic.location)), id, into(pool, MANAGERS_WISH)));
        assertThat(one(id).version()).isOne();
        AppointmentView amended = ok(amend(owner, id, into(pool, MANAGERS_WISH)));

        assertThat(amended.roomId()).isEqualTo(pool);
        assertThat(amended.overbooked()).isTrue();
        assertThat(owner.get(PATH + id + "/history")
                        .body()
                        .at("/items/1/waived")
                        .toString())
                .contains("overbooked", MANAGERS_WISH);
    }

    private static AmendAppointment into(RoomId room, @Nullable String overbook) {
        return new AmendAppointment(null, null, room, null, overbook, null);
    }

    private static Answer amend(Http caller, String id, AmendAppointment amendment) {
        return caller.post(PATH + id + "/amendment", amendment, "If-Match", "\"1\"");
    }

    @Test
    void whatSharesATherapistEndsAnewWithinWhatItShares() {
        String below = book(clinic.client(), 10);
        String twice = posted(overbooking(10, MANAGERS_WISH, seat(ada, mira)));
        assertThat(tryToBook(clinic.client(), clinic.at(11, 15)).status()).isEqualTo(201);
        goTo(clinic.at(10, 1));
        ok(step(owner, below, "check-in", 1));
        ok(step(owner, twice, "check-in", 1));

        refused(409, "slot-taken", overrun(twice, 2, clinic.at(11, 30)));
        assertThat(ok(overrun(below, 2, clinic.at(10, 45))).minutes()).isEqualTo(45);
        assertThat(ok(overrun(twice, 2, clinic.at(10, 50))).minutes()).isEqualTo(50);
        assertThat(ok(overrun(below, 3, clinic.at(11, 0))).minutes()).isEqualTo(60);
        refused(409, "slot-taken", overrun(below, 4, clinic.at(11, 5)));

        assertThat(claims(twice)).contains("THERAPIST 09:55-11:00");
    }

    private Answer overrun(String id, int version, Instant end) {
        return owner.post(
                PATH + id + "/overrun", new OverrunAppointment(end, false), "If-Match", "\"" + version + "\"");
    }
}
