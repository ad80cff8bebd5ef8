package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class MovesTest extends LifeOverHttp {

    @Test
    void aMoveTakesTheNewTimeGivesTheOldBackAndIsOneEvent() {
        String id = book(ada, 10);

        AppointmentView moved = ok(move(owner, id, 1, to(clinic.at(14, 0))));

        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.revision()).isEqualTo(2);
        assertThat(moved.start()).isEqualTo(clinic.at(14, 0));
        assertThat(moved.participants().getFirst().therapistId()).isEqualTo(mira);
        assertThat(claims(id)).containsExactly("CLIENT 14:00-15:00", "ROOM 14:00-15:10", "THERAPIST 13:55-15:10");
        assertThat(announced(id))
                .containsExactly("dev.unknot.appointment.booked.v1", "dev.unknot.appointment.rescheduled.v1");
        book(clinic.client(), 10);
        assertThat(tryToBook(clinic.client(), clinic.at(14, 0)).code()).isEqualTo("slot-taken");
    }

    @Test
    void aMoveMayOverlapItsOwnOldTime() {
        String id = book(ada, 10);

        ok(move(owner, id, 1, to(clinic.at(10, 15))));
        ok(move(owner, id, 2, new RescheduleAppointment(clinic.at(10, 0), null, null, 120, null, null)));

        assertThat(claims(id)).containsExactly("CLIENT 10:00-12:00", "ROOM 10:00-12:10", "THERAPIST 09:55-12:10");
        assertThat(one(id).price().amount()).isEqualTo(15_900);
    }

    @Test
    void aRefusedMoveLeavesTheOldWhole() {
        String id = book(ada, 10);
        book(clinic.client(), 14);
        AppointmentView before = one(id);
        List<String> claimsBefore = claims(id);

        refused(409, "slot-taken", move(owner, id, 1, to(clinic.at(14, 30))));
        refused(422, "off-cadence", move(owner, id, 1, to(clinic.at(16, 5))));
        refused(409, "outside-working-time", move(owner, id, 1, to(clinic.at(22, 0))));
        refused(422, "unknown-therapist", move(owner, id, 1, to(clinic.at(16, 0), new TherapistId(some()))));
        refused(422, "no-change", move(owner, id, 1, to(clinic.at(10, 0))));
        refused(412, "version-mismatch", move(owner, id, 7, to(clinic.at(16, 0))));
        assertThat(owner.post(PATH + id + "/reschedule", to(clinic.at(16, 0))).code())
                .isEqualTo("if-match-required");

        assertThat(one(id)).isEqualTo(before);
        assertThat(claims(id)).isEqualTo(claimsBefore);
        assertThat(announced(id)).hasSize(1);
    }

    @Test
    void whoMovesKeepsTherapistAndRoomWhereTheyAreFree() {
        String id = book(ada, 10);
        for (int i = 0; i < 3; i++) {
            clinic.withRoom(1);
            clinic.therapist();
        }
        AppointmentView before = one(id);

        AppointmentView kept = ok(move(owner, id, 1, to(clinic.at(14, 0))));
        assertThat(kept.participants()).isEqualTo(before.participants());
        assertThat(kept.roomId()).isEqualTo(before.roomId());

        book(clinic.client(), 16);
        AppointmentView other = ok(move(owner, id, 2, to(clinic.at(16, 0))));
        assertThat(other.participants()).isNotEqualTo(before.participants());
    }

    @Test
    void aRuleIsSetAsideForANewTimeWithAReasonThatOnlyStaffRead() {
        String id = book(ada, 10);
        RescheduleAppointment command = new RescheduleAppointment(
                clinic.at(10, 5),
                mira,
                null,
                null,
                List.of(new Waiver("off-cadence", "Her train is late.")),
                "client-asked");

        AppointmentView moved = ok(move(owner, id, 1, command));
        TherapistId noor = clinic.therapist();
        AppointmentView toNoor = ok(move(owner, id, 2, to(clinic.at(10, 5), noor)));

        assertThat(moved.waived()).containsExactly("off-cadence");
        assertThat(toNoor.waived()).as("while the start stays").containsExactly("off-cadence");
        assertThat(owner.get(PATH + id + "/history").body().at("/items/1").toString())
                .contains("rescheduled", "client-asked", "Her train is late.", "owner:");
        assertThat(link(id).get(PATH + id + "/history").body().toString())
                .contains("rescheduled")
                .doesNotContain("train");
        refused(403, "waiver-not-allowed", move(link(id), id, 3, command));
    }

    @Test
    void whatIsConfirmedIsBookedAgainByAMove() {
        String id = book(ada, 10);
        assertThat(ok(step(link(id), id, "confirmation", 1)).status()).isEqualTo(AppointmentStatus.CONFIRMED);
        refused(409, "already-confirmed", step(link(id), id, "confirmation", 2));

        assertThat(ok(move(owner, id, 2, to(clinic.at(11, 0)))).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void aClientMovesTheirVisitInTimeOnlyAndMayCallItOff() {
        String id = book(ada, 10);
        String other = book(clinic.client(), 14);
        Http link = link(id);

        refused(
                403,
                "not-for-clients",
                move(link, id, 1, new RescheduleAppointment(clinic.at(11, 0), null, null, 120, null, null)));
        refused(
                403,
                "not-for-clients",
                move(
                        link,
                        id,
                        1,
                        new RescheduleAppointment(clinic.at(11, 0), null, new LocationId(some()), null, null, null)));
        refused(404, "not-found", move(link, other, 1, to(clinic.at(16, 0))));
        ok(move(link, id, 1, to(clinic.at(11, 0))));
        refused(403, "role-not-allowed", step(link, id, "check-in", 2));
        refused(403, "role-not-allowed", step(link, id, "undo", 2));
        Answer cancelled = cancel(link, id, 2);
        assertThat(ok(cancelled).status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void aClientsLinkFindsOtherTimesForItsOwnVisitOnly() {
        String id = book(ada, 10);
        String search = "/api/v1/slots?treatment=" + treatment + "&minutes=60&from=" + clinic.at(9, 0) + "&to="
                + clinic.at(12, 0);
        Http link = link(id);

        Answer found = link.get(search + "&moving=" + id);

        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(found.body().path("items").findValuesAsString("start"))
                .contains(clinic.at(10, 15).toString());
        refused(403, "slots-not-yours", link.get(search));
        refused(404, "not-found", link.get(search + "&moving=" + book(clinic.client(), 16)));
        refused(403, "slots-not-yours", link.get(search.replace("=60", "=120") + "&moving=" + id));
        refused(403, "slots-not-yours", link.get(search + "&moving=" + id + "&client=" + clinic.client()));
        refused(403, "slots-not-yours", link.get(search + "&moving=" + id + "&location=" + some()));
    }

    @Test
    void aMoveElsewhereNeedsThatPlaceToo() {
        String id = book(ada, 10);
        Clinic nextDoor = anotherClinic();
        TherapistId noor = nextDoor.therapist();
        RescheduleAppointment there =
                new RescheduleAppointment(clinic.at(10, 0), null, nextDoor.location, null, null, null);
        Http hereOnly = as(Tokens.of(Role.FRONT_DESK, clinic.location));

        refused(403, "location-not-yours", move(hereOnly, id, 1, there));
        AppointmentView moved = ok(move(owner, id, 1, there));
        assertThat(moved.locationId()).isEqualTo(nextDoor.location);
        assertThat(moved.participants().getFirst().therapistId()).isEqualTo(noor);
        refused(404, "not-found", move(hereOnly, id, 2, to(clinic.at(12, 0))));
    }
}
