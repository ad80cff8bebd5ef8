package dev.unknot.booking.appointment;

import static dev.unknot.common.appointment.ChangeAppointments.Mode.ALL_OR_NOTHING;
import static dev.unknot.common.appointment.ChangeAppointments.Mode.BEST_EFFORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.ChangeAppointments;
import dev.unknot.common.appointment.ChangeAppointments.Mode;
import dev.unknot.common.appointment.ChangesReport;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ServiceTest
class BulkChangesTest extends LifeOverHttp {

    private static final String BULK = "/api/v1/bulk-changes";

    @Test
    void aSetIsCancelledAndMovedInOneCallAndATimeGivenUpIsTaken() {
        String first = book(ada, 8);
        String second = book(clinic.client(), 10);

        List<ChangesReport.ChangeReport> items = done(all(off(first, 1), to(second, 1, 8)));

        assertThat(items).extracting(ChangesReport.ChangeReport::status).containsExactly(200, 200);
        assertThat(one(first).status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(one(first).cancellation()).extracting("cause").isEqualTo("therapist-ill");
        assertThat(one(second).start()).isEqualTo(clinic.at(8, 0));
        assertThat(claims(first)).isEmpty();
        assertThat(announced(second))
                .containsExactly("dev.unknot.appointment.booked.v1", "dev.unknot.appointment.rescheduled.v1");
        assertThat(records(first))
                .last()
                .satisfies(record -> assertThat(new String(record.value())).contains("\"claims\"", "\"status\""));
        assertThat(tryToBook(clinic.client(), clinic.at(10, 0)).status()).isEqualTo(201);
    }

    @Test
    void twoTradeTheirTimes() {
        String first = book(ada, 8);
        String second = book(clinic.client(), 10);

        done(all(to(first, 1, 10), to(second, 1, 8)));

        assertThat(one(first).start()).isEqualTo(clinic.at(10, 0));
        assertThat(one(second).start()).isEqualTo(clinic.at(8, 0));
        assertThat(claims(first)).contains("CLIENT 10:00-11:00");
        assertThat(tryToBook(clinic.client(), clinic.at(8, 0)).code()).isEqualTo("slot-taken");
    }

    @Test
    void allOrNothingChangesNothingWhenOneIsRefusedAndSaysWhichAndWhy() {
        String first = book(ada, 8);
        String second = book(clinic.client(), 10);
        String third = book(clinic.client(), 14);
        book(clinic.client(), 16);
        List<String> before = claims(first);

        Answer answer = post(
                owner,
                all(
                        off(first, 1),
                        to(second, 1, 16),
                        off(third, 9),
                        off(UUID.randomUUID().toString(), 1)),
                "");

        refused(409, "changes-refused", answer);
        assertThat(answer.body().at("/errors").findValuesAsString("field"))
                .containsExactly("items[1]", "items[2]", "items[3]");
        assertThat(answer.body().at("/report/items").findValuesAsString("code"))
                .containsExactly("not-done", "slot-taken", "version-mismatch", "not-found");
        assertThat(answer.body().at("/report/items").findValuesAsString("status"))
                .containsExactly("424", "409", "412", "404");
        assertThat(claims(first)).isEqualTo(before);
        assertThat(one(second).version()).isEqualTo(1);
        assertThat(announced(first)).hasSize(1);
    }

    @Test
    void bestEffortChangesWhatItCan() {
        String first = book(ada, 8);
        String second = book(clinic.client(), 10);
        String third = book(clinic.client(), 14);

        List<ChangesReport.ChangeReport> items = done(some(
                off(first, 1),
                to(second, 1, 8),
                off(third, 9),
                off(UUID.randomUUID().toString(), 1)));

        assertThat(items).extracting(ChangesReport.ChangeReport::status).containsExactly(200, 200, 412, 404);
        assertThat(items.get(2).problem()).extracting("code").isEqualTo("version-mismatch");
        assertThat(one(second).start()).isEqualTo(clinic.at(8, 0));
        assertThat(one(third).version()).isEqualTo(1);
    }

    @Test
    void aSetIsTriedInBothModesAsItIsDone() {
        for (Mode mode : Mode.values()) {
            String first = book(ada, mode == ALL_OR_NOTHING ? 8 : 14);
            String second = book(clinic.client(), mode == ALL_OR_NOTHING ? 10 : 16);
            ChangeAppointments set = new ChangeAppointments(
                    mode, List.of(off(first, 1), to(second, 1, mode == ALL_OR_NOTHING ? 8 : 14)));

            Answer tried = post(owner, set, "?dryRun=true");
            assertThat(one(first).version()).isEqualTo(1);
            assertThat(one(second).version()).isEqualTo(1);
            Answer done = post(owner, set, "");

            assertThat(tried.status()).as(tried.toString()).isEqualTo(done.status());
            assertThat(statuses(tried)).isEqualTo(statuses(done)).containsExactly("200", "200");
            assertThat(announced(first)).hasSize(2);
        }
    }

    @Test
    void underOneKeyASetIsChangedOnce() {
        for (Mode mode : Mode.values()) {
            String id = book(ada, mode == ALL_OR_NOTHING ? 8 : 14);
            ChangeAppointments set = new ChangeAppointments(mode, List.of(off(id, 1)));
            String key = UUID.randomUUID().toString();

            Answer first = owner.post(BULK, set, "Idempotency-Key", key);
            Answer second = owner.post(BULK, set, "Idempotency-Key", key);

            assertThat(first.status()).as(first.toString()).isEqualTo(200);
            assertThat(second.text()).isEqualTo(first.text());
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        }
    }

    @Test
    void setsThatCrossNeitherDeadlockNorLoseAnything() {
        List<String> ids = Stream.of(8, 10, 12, 14)
                .map(hour -> book(clinic.client(), hour))
                .toList();
        List<String> reversed = ids.reversed();

        for (int round = 1; round <= 4; round++) {
            int version = round;
            List<Answer> answers = Race.of(
                    8, i -> () -> post(owner, i % 2 == 0 ? rotated(ids, version) : rotated(reversed, version), ""));

            assertThat(answers)
                    .extracting(Answer::status)
                    .containsOnly(200, 409)
                    .containsOnlyOnce(200);
        }
        for (String id : ids) {
            assertThat(one(id).version()).isEqualTo(5);
            assertThat(claims(id)).hasSize(3);
        }
    }

    @Test
    void setsThatCrossOneByOneAllEndWithAnAnswerForEach() {
        List<String> ids = Stream.of(8, 10, 12, 14)
                .map(hour -> book(clinic.client(), hour))
                .toList();
        List<String> reversed = ids.reversed();

        List<Answer> answers = Race.of(
                8,
                i -> () -> post(
                        owner,
                        some((i % 2 == 0 ? ids : reversed)
                                .stream().map(id -> off(id, 1)).toArray(ChangeAppointments.One[]::new)),
                        ""));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream().flatMap(answer -> statuses(answer).stream()).filter("200"::equals))
                .hasSize(4);
    }

    @Test
    void aSetIsOfTheCallersOwnAndWellFormed() {
        String id = book(ada, 8);
        Http elsewhere = as(Tokens.of(Role.FRONT_DESK, new LocationId(UUID.randomUUID())));
        var nothing = new ChangeAppointments.One(AppointmentId.of(id), 1, null, null);

        for (Mode mode : Mode.values()) {
            refused(
                    403,
                    "role-not-allowed",
                    post(as(Tokens.of(Role.THERAPIST, mira.toString())), set(mode, off(id, 1)), ""));
            refused(403, "role-not-allowed", post(link(id), set(mode, off(id, 1)), ""));
            refused(422, "appointment-twice", post(owner, set(mode, off(id, 1), to(id, 1, 10)), ""));
            refused(400, "invalid-request", post(owner, set(mode, nothing), ""));
            refused(400, "invalid-request", post(owner, set(mode), ""));
            refused(
                    400,
                    "invalid-request",
                    post(owner, new ChangeAppointments(mode, Collections.nCopies(201, off(id, 1))), ""));
        }
        refused(422, "changes-refused", post(elsewhere, all(off(id, 1)), ""));
        assertThat(statuses(post(elsewhere, some(off(id, 1)), ""))).containsExactly("404");
        assertThat(one(id).version()).isEqualTo(1);
    }

    /** Each takes the time of the next. */
    private ChangeAppointments rotated(List<String> ids, int version) {
        List<Integer> hours = ids.stream()
                .map(id ->
                        (int) Duration.between(clinic.at(0, 0), one(id).start()).toHours())
                .toList();
        ChangeAppointments.One[] moves = new ChangeAppointments.One[ids.size()];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = to(ids.get(i), version, hours.get((i + 1) % moves.length));
        }
        return all(moves);
    }

    private List<ChangesReport.ChangeReport> done(ChangeAppointments set) {
        Answer answer = post(owner, set, "");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body(ChangesReport.class).items();
    }

    private static Answer post(Http caller, ChangeAppointments set, String query) {
        return caller.post(BULK + query, set);
    }

    private static List<String> statuses(Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("status").asString())
                .toList();
    }

    private static ChangeAppointments all(ChangeAppointments.One... items) {
        return set(ALL_OR_NOTHING, items);
    }

    private static ChangeAppointments some(ChangeAppointments.One... items) {
        return set(BEST_EFFORT, items);
    }

    private static ChangeAppointments set(Mode mode, ChangeAppointments.One... items) {
        return new ChangeAppointments(mode, List.of(items));
    }

    private static ChangeAppointments.One off(String id, long version) {
        return new ChangeAppointments.One(
                AppointmentId.of(id), version, new CancelAppointment("therapist-ill", null), null);
    }

    private ChangeAppointments.One to(String id, long version, int hour) {
        return new ChangeAppointments.One(
                AppointmentId.of(id),
                version,
                null,
                new RescheduleAppointment(clinic.at(hour, 0), mira, null, null, null, null));
    }
}
