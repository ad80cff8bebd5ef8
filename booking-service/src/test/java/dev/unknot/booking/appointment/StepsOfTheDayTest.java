package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** From booked to completed, missed or called off, and back. */
@ServiceTest
class StepsOfTheDayTest extends LifeOverHttp {

    @Test
    void aTherapistTakesTheStepsOfTheirOwnVisitsAndNoOthers() {
        String id = book(ada, 10);
        Http miras = as(Tokens.of(Role.THERAPIST, mira.toString()));
        Http colleague = as(Tokens.of(Role.THERAPIST));
        refused(409, "not-today", step(miras, id, "check-in", 1));
        goTo(clinic.at(9, 50));

        refused(404, "not-found", step(colleague, id, "check-in", 1));
        refused(403, "role-not-allowed", step(miras, id, "confirmation", 1));
        refused(403, "role-not-allowed", move(miras, id, 1, to(clinic.at(12, 0))));
        refused(403, "role-not-allowed", cancel(miras, id, 1));
        refused(403, "forbidden", step(as(Tokens.of(Role.SERVICE)), id, "check-in", 1));
        ok(step(miras, id, "check-in", 1));
        ok(step(miras, id, "session", 2));
        assertThat(ok(step(miras, id, "completion", 3)).status()).isEqualTo(AppointmentStatus.COMPLETED);
        assertThat(ok(step(miras, id, "undo", 4)).status()).isEqualTo(AppointmentStatus.IN_SESSION);
        assertThat(ok(step(miras, id, "undo", 5)).status()).isEqualTo(AppointmentStatus.CHECKED_IN);
        refused(412, "version-mismatch", step(miras, id, "session", 5));
        goTo(clinic.at(24, 0));
        refused(409, "nothing-to-undo", step(miras, id, "undo", 6));
    }

    @Test
    void aNoShowIsSaidOnceTheTimeHasComeAndCanBeTakenBack() {
        String id = book(ada, 10);
        refused(409, "not-started", step(owner, id, "no-show", 1));
        goTo(clinic.at(10, 10));

        ok(step(owner, id, "no-show", 1));
        AppointmentView back = ok(step(owner, id, "undo", 2));

        assertThat(back.status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(announced(id)).contains("dev.unknot.appointment.missed.v1", "dev.unknot.appointment.undone.v1");
        assertThat(claims(id)).hasSize(3);
    }

    @Test
    void aCancellationSaysWhyAndKeepsItsNoteToStaff() {
        String id = book(ada, 10);

        AppointmentView seen = ok(cancel(owner, id, 1));

        assertThat(seen.cancellation()).isNotNull().satisfies(cancellation -> {
            assertThat(cancellation.cause()).isEqualTo("client-asked");
            assertThat(cancellation.note()).isEqualTo("She has a cold.");
            assertThat(cancellation.actor()).startsWith("owner:");
        });
        assertThat(link(id).get(PATH + id).body().path("cancellation").toString())
                .contains("client-asked")
                .doesNotContain("cold");
        assertThat(records(id))
                .hasSize(2)
                .allSatisfy(record -> assertThat(new String(record.value(), StandardCharsets.UTF_8))
                        .doesNotContain("cold"));
    }

    @Test
    void aCancellationIsTakenBackWhileTheTimeIsAheadAndFree() {
        String id = book(ada, 10);
        ok(step(owner, id, "confirmation", 1));
        ok(cancel(owner, id, 2));

        AppointmentView back = ok(step(owner, id, "undo", 3));

        assertThat(back.status()).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(back.revision()).isEqualTo(2);
        assertThat(back.cancellation()).isNull();
        assertThat(claims(id)).hasSize(3);
        ok(cancel(owner, id, 4));
        String instead = book(clinic.client(), 10);
        refused(409, "slot-taken", step(owner, id, "undo", 5));
        ok(cancel(owner, instead, 1));
        refused(403, "role-not-allowed", step(as(Tokens.of(Role.THERAPIST, mira.toString())), id, "undo", 5));
        goTo(clinic.at(10, 0));
        refused(409, "nothing-to-undo", step(owner, id, "undo", 5));
    }

    @Test
    void theLocationsPolicySaysWhenACancellationIsLateAndHowLongAClientIsWaitedFor() {
        BookingPolicy policy = new BookingPolicy(
                null, null, null, null, null, null, Duration.ofHours(2), Duration.ofMinutes(10), null, null);
        assertThat(owner.put("/api/v1/locations/" + clinic.location + "/booking-policy", policy, "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
        String early = book(ada, 10);
        String late = book(ada, 12);
        String missed = book(ada, 14);
        goTo(clinic.at(7, 59));

        assertThat(ok(cancel(link(early), early, 1)).cancellation())
                .extracting("late")
                .isEqualTo(false);
        goTo(clinic.at(11, 0));
        ok(cancel(link(late), late, 1));
        assertThat(one(late).cancellation()).extracting("late").isEqualTo(true);
        goTo(clinic.at(14, 9));
        refused(409, "not-started", step(owner, missed, "no-show", 1));
        goTo(clinic.at(14, 10));
        ok(step(owner, missed, "no-show", 1));
    }
}
