package dev.unknot.notification.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.event.Topics;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SmsWebhook;
import dev.unknot.platform.retention.Retention;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Records;
import dev.unknot.platform.test.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class UnclearReplyTest extends ReplyScenario {
    private static final String WORDS = "Could we make it half an hour later, my bus is late";

    @Autowired
    private Retention retention;

    @AfterEach
    void forgetWhatBelongsToNoLocation() {
        jdbc.sql("DELETE FROM replies WHERE location_id IS NULL").update();
    }

    @Test
    void whatAPersonHasToReadIsKeptForTheVisitsLocation() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        AppointmentId id = bookAndTell(harbour, ada, inTwoDays());

        Answer answer = gateway.answers(ada.phone(), WORDS);

        assertThat(answer.text()).contains("we passed your message on").contains("+4940123456");
        assertThat(items(deskOf(harbour), "?open=true")).singleElement().satisfies(reply -> {
            assertThat(reply.path("text").asString()).isEqualTo(WORDS);
            assertThat(reply.path("phone").asString()).isEqualTo(ada.phone());
            assertThat(reply.path("answer").asString()).isEqualTo("UNCLEAR");
            assertThat(reply.path("clientId").asString()).isEqualTo(ada.id().toString());
            assertThat(reply.path("appointmentId").asString()).isEqualTo(id.toString());
            assertThat(reply.path("locationId").asString())
                    .isEqualTo(harbour.location().toString());
        });
        assertThat(items(deskOf(Harbour.in("Europe/Berlin")), "")).isEmpty();
    }

    @Test
    void whatTheyWroteGoesLongAfterSomebodyHasDealtWithIt() {
        String old = handled(Duration.ofDays(91));
        String recent = handled(Duration.ofDays(1));
        String open = waiting(Duration.ofDays(400));

        assertThat(retention.run()).containsEntry("replies", 1L);

        assertThat(inWords(old)).isFalse();
        assertThat(inWords(recent)).isTrue();
        assertThat(inWords(open)).isTrue();
        assertThat(jdbc.sql("SELECT handled_by FROM replies WHERE gateway_id = ?")
                        .param(old)
                        .query(String.class)
                        .single())
                .isEqualTo("desk");
    }

    private String handled(Duration ago) {
        String id = waiting(ago);
        jdbc.sql("UPDATE replies SET handled_at = ?, handled_by = 'desk' WHERE gateway_id = ?")
                .params(clock.instant().minus(ago).atOffset(ZoneOffset.UTC), id)
                .update();
        return id;
    }

    private String waiting(Duration ago) {
        Person ada = aKnownClient();
        bookAndTell(aKnownClinic(), ada, inTwoDays());
        gateway.answers(ada.phone(), WORDS);
        return jdbc.sql("UPDATE replies SET received_at = ? WHERE phone = ? RETURNING gateway_id")
                .params(clock.instant().minus(ago).atOffset(ZoneOffset.UTC), ada.phone())
                .query(String.class)
                .single();
    }

    private boolean inWords(String id) {
        return jdbc.sql("SELECT text IS NOT NULL AND phone IS NOT NULL FROM replies WHERE gateway_id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    @Test
    void neitherATopicNorALogKnowsWhatTheyWrote(CapturedOutput log) {
        Person ada = aKnownClient();
        bookAndTell(aKnownClinic(), ada, inTwoDays());

        gateway.answers(ada.phone(), WORDS);

        assertThat(announced(ada))
                .singleElement()
                .satisfies(reply ->
                        assertThat(reply.toString()).contains("UNCLEAR").doesNotContain(WORDS, ada.phone(), "Ada"));
        assertThat(log).doesNotContain(WORDS).doesNotContain(ada.phone());
    }

    @Test
    void thatItWasPassedOnIsSaidOnceADay() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        bookAndTell(harbour, ada, inTwoDays().plus(Duration.ofDays(2)));
        // No day ends between the first two, and the next is another also where it has 25 hours.
        clock.set(harbour.at(LocalDate.now(harbour.zone()).plusDays(1).atTime(12, 0)));

        assertThat(gateway.answers(ada.phone(), WORDS).text()).contains("passed your message on");
        assertThat(gateway.answers(ada.phone(), "Hello?").text()).endsWith("<Response></Response>");
        clock.moveBy(Duration.ofDays(1));
        assertThat(gateway.answers(ada.phone(), "Anybody?").text()).contains("passed your message on");

        assertThat(announced(ada)).hasSize(3);
    }

    @Test
    void aReplyOfANumberNobodyHasIsForEveryDeskUntilOneHasDealtWithIt() {
        Harbour harbour = aKnownClinic();
        Harbour other = aKnownClinic();
        Person stranger = somebody();

        assertThat(gateway.answers(stranger.phone(), WORDS).text()).contains("we passed your message on");

        for (Http desk : List.of(owner(), deskOf(harbour), deskOf(other))) {
            assertThat(from(stranger, items(desk, "?open=true"))).hasSize(1);
        }
        assertThat(from(stranger, items(deskOf(harbour), "?open=true&location=" + harbour.location())))
                .hasSize(1);
        JsonNode reply = from(stranger, items(deskOf(harbour), "?open=true")).getFirst();
        assertThat(reply.path("locationId").isString()).isFalse();
        assertThat(handle(deskOf(harbour), reply, "\"1\"").status()).isEqualTo(200);
        assertThat(from(stranger, items(deskOf(other), "?open=true"))).isEmpty();
    }

    @Test
    void aReplyToALocationsOwnNumberIsForItsDesk() {
        Harbour harbour = aKnownClinic();
        Harbour other = aKnownClinic();
        String number = somebody().phone();
        haveNumber(number, harbour);
        Person stranger = somebody();

        writesTo(number, stranger);

        assertThat(from(stranger, items(deskOf(harbour), "?open=true")))
                .singleElement()
                .satisfies(reply -> assertThat(reply.path("locationId").asString())
                        .isEqualTo(harbour.location().toString()));
        assertThat(from(stranger, items(deskOf(other), "?open=true"))).isEmpty();
    }

    @Test
    void aReplyToANumberOfSeveralLocationsIsForTheirDesks() {
        Harbour harbour = aKnownClinic();
        Harbour sibling = aKnownClinic();
        Harbour other = aKnownClinic();
        String number = somebody().phone();
        haveNumber(number, harbour, sibling);
        Person stranger = somebody();

        writesTo(number, stranger);

        assertThat(from(stranger, items(deskOf(harbour), "?open=true"))).hasSize(1);
        assertThat(from(stranger, items(deskOf(sibling), "?open=true"))).hasSize(1);
        assertThat(from(stranger, items(deskOf(other), "?open=true"))).isEmpty();
        JsonNode reply = from(stranger, items(deskOf(harbour), "?open=true")).getFirst();
        refused(handle(deskOf(other), reply, "\"1\""), 404, "not-found");
    }

    @Test
    void whoWasToldByEmailOnlyIsHeardAtTheDeskOfTheirVisit() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        twilio.refuses(ada.phone(), 21614);
        AppointmentId id = book(harbour, ada);
        outcome(id);

        gateway.answers(ada.phone(), WORDS);

        assertThat(items(deskOf(harbour), "?open=true"))
                .singleElement()
                .satisfies(reply ->
                        assertThat(reply.path("appointmentId").asString()).isEqualTo(id.toString()));
    }

    @Test
    void anOptOutWaitsBesideTheVisitThatMayHaveBeenMeant() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        AppointmentId id = bookAndTell(harbour, ada, inTwoDays());

        Answer answer = gateway.answers(ada.phone(), "Cancel");

        assertThat(answer.text()).as("the gateway has answered").endsWith("<Response></Response>");
        assertThat(outcome(book(harbour, ada))).containsEntry("SMS", "DROPPED opted-out");
        JsonNode reply = items(deskOf(harbour), "?open=true").getFirst();
        assertThat(reply.path("answer").asString()).isEqualTo("STOP");
        assertThat(reply.path("text").asString()).isEqualTo("Cancel");
        assertThat(reply.path("phone").asString()).isEqualTo(ada.phone());
        assertThat(reply.path("appointmentId").asString()).isEqualTo(id.toString());
        assertThat(announced(ada))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.toString()).contains("STOP").doesNotContain("Cancel"));
        assertThat(handle(deskOf(harbour), reply, "\"1\"").status()).isEqualTo(200);
        assertThat(items(deskOf(harbour), "?open=true")).isEmpty();
    }

    @Test
    void anOptOutOfWhoIsNotExpectedNeedsNobody() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        AppointmentId id = bookAndTell(harbour, ada, inTwoDays());
        cancel(harbour, id, ada, inTwoDays());

        gateway.answers(ada.phone(), "STOP");

        assertThat(items(deskOf(harbour), "?open=true")).isEmpty();
        assertThat(items(deskOf(harbour), ""))
                .singleElement()
                .satisfies(reply -> assertThat(reply.path("text").isString()).isFalse());
    }

    @Test
    void anOptOutInOnesOwnWordsIsDoneSaidAndShown() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        bookAndTell(harbour, ada, inTwoDays());

        Answer answer = gateway.answers(ada.phone(), "Please stop texting me");

        assertThat(answer.text())
                .contains("You will get no more SMS from us.")
                .contains("stands. To cancel it, please call Harbour Massage, +4940123456.");
        assertThat(outcome(book(harbour, ada))).containsEntry("SMS", "DROPPED opted-out");
        assertThat(items(deskOf(harbour), "?open=true")).hasSize(1);
    }

    @Test
    void theGatewaysVerdictDecidesOverTheWordsAndIsNotAnsweredAgain() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        bookAndTell(harbour, ada, inTwoDays());

        assertThat(verdict(ada, "No thanks", "STOP")).endsWith("<Response></Response>");
        assertThat(outcome(book(harbour, ada))).containsEntry("SMS", "DROPPED opted-out");
        assertThat(verdict(ada, "Weiter", "START")).endsWith("<Response></Response>");
        assertThat(outcome(book(harbour, ada))).containsEntry("SMS", "SENT");
        assertThat(verdict(ada, "HELP", "HELP")).endsWith("<Response></Response>");
        assertThat(announced(ada))
                .extracting(reply -> reply.path("answer").asString())
                .containsExactlyInAnyOrder("STOP", "START", "HELP");
    }

    @Test
    void thanksAndReactionsDisturbNobody() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        bookAndTell(harbour, ada, inTwoDays());

        for (String text : List.of("Thank you!", "Liked “" + textsTo(ada).getFirst() + "”", "ok")) {
            assertThat(gateway.answers(ada.phone(), text).text()).endsWith("<Response></Response>");
        }

        assertThat(items(deskOf(harbour), "")).isEmpty();
        assertThat(announced(ada)).isEmpty();
    }

    @Test
    void whatIsHandledIsNotOpenAnyMore() {
        Harbour harbour = aKnownClinic();
        JsonNode reply = anUnclearReplyAt(harbour);

        Answer handled = handle(deskOf(harbour), reply, "\"1\"");

        assertThat(handled.status()).as("%s", handled).isEqualTo(200);
        assertThat(handled.etag()).isEqualTo("\"2\"");
        assertThat(handled.body().path("handledAt").isString()).isTrue();
        assertThat(jdbc.sql("SELECT what FROM audit_trail WHERE subject = ?::uuid")
                        .param(reply.path("id").asString())
                        .query(String.class)
                        .list())
                .containsExactly("reply-handled");
        assertThat(items(deskOf(harbour), "?open=true")).isEmpty();
        assertThat(items(deskOf(harbour), "?open=false")).hasSize(1);
        refused(handle(deskOf(harbour), reply, "\"2\""), 409, "already-handled");
    }

    @Test
    void onlyWhoHasSeenAReplyAsItIsHandlesIt() {
        Harbour harbour = aKnownClinic();
        JsonNode reply = anUnclearReplyAt(harbour);
        String path = "/api/v1/replies/" + reply.path("id").asString() + "/handling";

        refused(deskOf(harbour).post(path, ""), 428, "if-match-required");
        refused(handle(deskOf(harbour), reply, "\"7\""), 412, "version-mismatch");
        refused(handle(deskOf(Harbour.in("Europe/Berlin")), reply, "\"1\""), 404, "not-found");
        assertThat(items(deskOf(harbour), "?open=true")).hasSize(1);
    }

    @Test
    void aReplyThatWasUnderstoodNeedsNobody() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        bookAndTell(harbour, ada, inTwoDays());
        gateway.answers(ada.phone(), "C");

        JsonNode reply = items(deskOf(harbour), "").getFirst();

        assertThat(reply.path("answer").asString()).isEqualTo("CONFIRM");
        assertThat(reply.path("text").isString()).isFalse();
        assertThat(items(deskOf(harbour), "?open=true")).isEmpty();
        refused(handle(deskOf(harbour), reply, "\"1\""), 409, "nothing-to-handle");
    }

    @Test
    void anErasedClientsWordsAreForgotten() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        bookAndTell(harbour, ada, inTwoDays());
        gateway.answers(ada.phone(), WORDS);

        others.send(Records.erasure(Topics.CLIENTS, ada.id().value(), 2));

        Probe.waitUntil(
                "the words are forgotten",
                () -> items(deskOf(harbour), "").stream()
                        .noneMatch(reply -> reply.path("text").isString()
                                || reply.path("phone").isString()));
        assertThat(items(deskOf(harbour), "")).hasSize(1);
    }

    @Test
    void pagesFollowEachOtherNewestFirst() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        bookAndTell(harbour, ada, inTwoDays());
        List<String> sent = List.of("one?", "two?", "three?");
        sent.forEach(text -> gateway.answers(ada.phone(), text));

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = deskOf(harbour)
                    .get("/api/v1/replies?limit=2&location=" + harbour.location() + cursor)
                    .body();
            page.path("items").forEach(reply -> seen.add(reply.path("text").asString()));
            cursor = page.path("nextCursor").isString()
                    ? "&cursor=" + page.path("nextCursor").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(sent.reversed());
    }

    @Test
    void anotherLocationsRepliesAreNotAskedFor() {
        refused(
                deskOf(Harbour.in("Europe/Berlin"))
                        .get("/api/v1/replies?location="
                                + Harbour.in("Europe/Berlin").location()),
                403,
                "location-not-yours");
    }

    @ParameterizedTest
    @EnumSource(names = {"THERAPIST", "CLIENT", "INTEGRATION"})
    void otherRolesReadNoReplies(Role role) {
        refused(as(Tokens.of(role)).get("/api/v1/replies"), 403, "role-not-allowed");
    }

    private JsonNode anUnclearReplyAt(Harbour harbour) {
        Person ada = aKnownClient();
        bookAndTell(harbour, ada, inTwoDays());
        gateway.answers(ada.phone(), WORDS);
        return items(deskOf(harbour), "?open=true").getFirst();
    }

    private String verdict(Person person, String body, String verdict) {
        Map<String, String> form = SmsWebhook.sms(person.phone(), body);
        form.put("OptOutType", verdict);
        return gateway.signed(SmsWebhook.INBOUND, form).text();
    }

    private void writesTo(String number, Person stranger) {
        Map<String, String> form = SmsWebhook.sms(stranger.phone(), WORDS);
        form.put("To", number);
        assertThat(gateway.signed(SmsWebhook.INBOUND, form).status()).isEqualTo(200);
    }

    private void haveNumber(String number, Harbour... places) {
        for (Harbour place : places) {
            Probe.waitUntil(
                    "the location is known",
                    () -> jdbc.sql("UPDATE locations SET phone = ? WHERE id = ?")
                                    .params(number, place.location().value())
                                    .update()
                            == 1);
        }
    }

    private static List<JsonNode> from(Person stranger, List<JsonNode> replies) {
        return replies.stream()
                .filter(reply -> reply.path("phone").asString("").equals(stranger.phone()))
                .toList();
    }

    private Http deskOf(Harbour harbour) {
        return as(Tokens.of(Role.FRONT_DESK, harbour.location()));
    }

    private static Answer handle(Http http, JsonNode reply, String version) {
        return http.post("/api/v1/replies/" + reply.path("id").asString() + "/handling", "", "If-Match", version);
    }

    private static List<JsonNode> items(Http http, String query) {
        Answer answer = http.get("/api/v1/replies" + query);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .toList();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
