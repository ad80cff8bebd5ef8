package dev.unknot.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentAmended;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientMerge;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.event.Topics;
import dev.unknot.common.message.Channel;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.notification.SmsWebhook;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Records;
import dev.unknot.platform.test.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client's contact is corrected, they ask staff for no messages, they are erased, or it turns out who they are. */
class ClientChangesTest extends SendingScenario {
    private static final Map<String, String> BOTH_SENT = Map.of("EMAIL", "SENT", "SMS", "SENT");

    @LocalServerPort
    private int port;

    @Autowired
    private MovableClock clock;

    @Autowired
    private DeadAddresses dead;

    @AfterEach
    void setTheClockRight() {
        clock.moveBy(clock.offset().negated());
    }

    @Test
    void aCorrectedNumberTakesOpenMessagesAlong() {
        Harbour harbour = Harbour.in("Europe/Berlin");
        others.announce(harbour);
        Person ada = aKnownClient();
        Person right = somebody();
        Instant noon = harbour.at(LocalDate.now(harbour.zone()).plusDays(3).atTime(12, 0));
        assertThat(outcome(book(harbour, ada, noon))).isEqualTo(BOTH_SENT);

        others.announce(Harbour.client(ada.id(), ada.email(), right.phone()), 2);
        Probe.waitUntil("the number is corrected", () -> has(ada.id(), right.phone()));
        clock.moveBy(Duration.between(clock.instant(), noon.minus(Duration.ofHours(24))));

        Probe.waitUntil(
                "the reminder is at the right number", () -> textsTo(right).size() == 1);
        assertThat(textsTo(ada)).as("the confirmation").hasSize(1);
    }

    @Test
    void whoAskedStaffForNoTextsGetsNoneUntilTheyTakeItBack() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        Person flatmate = sharing(ada);
        Probe.waitUntil(
                "both are known",
                () -> optOuts(ada).status() == 200 && optOuts(flatmate).status() == 200);

        Answer out = desk().put(path(ada) + "/SMS", "");
        assertThat(out.status()).as("%s", out).isEqualTo(200);
        assertThat(out.body().path("source").asString()).isEqualTo("STAFF");
        assertThat(out.body().path("staff").asString()).startsWith("front-desk:");
        assertThat(desk().put(path(ada) + "/SMS", "").body()).isEqualTo(out.body());
        assertThat(outcome(book(harbour, ada))).isEqualTo(Map.of("EMAIL", "SENT", "SMS", "DROPPED opted-out"));
        assertThat(outcome(book(harbour, flatmate)).get("SMS"))
                .as("shares the number")
                .isEqualTo("SENT");

        assertThat(desk().delete(path(ada) + "/SMS").body().path("optedOut").asBoolean())
                .isFalse();
        assertThat(outcome(book(harbour, ada))).isEqualTo(BOTH_SENT);
        assertThat(jdbc.sql("SELECT what || ' ' || cause FROM audit_trail WHERE subject = ? ORDER BY position")
                        .param(ada.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("opt-out sms", "opt-in sms");
    }

    @Test
    void aStopIsLiftedByTheClientAlone() {
        Person ada = aKnownClient();
        Probe.waitUntil("she is known", () -> optOuts(ada).status() == 200);
        new SmsWebhook(port).answers(ada.phone(), "STOP");

        Answer refused = desk().delete(path(ada) + "/SMS");

        assertThat(refused.status() + " " + refused.code()).isEqualTo("409 opted-out-by-client");
        assertThat(optOuts(ada).body().toString()).contains("\"source\":\"REPLY\"");
        new SmsWebhook(port).answers(ada.phone(), "START");
        assertThat(optOuts(ada).body().toString()).doesNotContain("\"optedOut\":true");
    }

    @Test
    void optOutsAreForStaffAndForKnownClients() {
        Person ada = aKnownClient();
        Probe.waitUntil("she is known", () -> optOuts(ada).status() == 200);

        for (Role role : List.of(Role.THERAPIST, Role.INTEGRATION, Role.CLIENT)) {
            assertThat(Http.at(port)
                            .as(Tokens.of(role))
                            .put(path(ada) + "/SMS", "")
                            .code())
                    .isEqualTo("role-not-allowed");
        }
        assertThat(desk().put(path(ada) + "/FAX", "").code()).isEqualTo("invalid-parameter");
        assertThat(optOuts(somebody()).code()).isEqualTo("not-found");
    }

    @Test
    void ofAnErasedClientNothingIsLeftInAnyTable() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        Person before = somebody();
        assertThat(outcome(book(harbour, ada))).isEqualTo(BOTH_SENT);
        SmsWebhook gateway = new SmsWebhook(port);
        gateway.answers(ada.phone(), "I am Ada Byron, where are you?");
        gateway.answers(ada.phone(), "STOP");
        others.announce(Harbour.client(ada.id(), before.email(), before.phone()), 2);
        Probe.waitUntil("the contact is corrected", () -> has(ada.id(), before.phone()));
        gateway.answers(before.phone(), "STOP");
        AppointmentId open = book(harbour, ada, Instant.now().plus(Duration.ofDays(9)));
        Probe.waitUntil("it is planned", () -> messages(open).size() == 2);

        others.send(Records.erasure(Topics.CLIENTS, ada.id().value(), 3));

        Probe.waitUntil("she is erased", () -> optOuts(ada).status() == 404);
        // One that read her address before that is written down until its call has ended.
        outcome(open);
        Probe.waitUntil(
                "no attempt is under way",
                () -> jdbc.sql("SELECT count(*) FROM attempts WHERE address IS NOT NULL")
                                .query(Long.class)
                                .single()
                        == 0);
        String dump = dump();
        for (Person each : List.of(ada, before)) {
            assertThat(dump).doesNotContain(each.email()).doesNotContain(each.phone());
        }
        assertThat(dump).doesNotContain("I am Ada");
        assertThat(desk().get("/api/v1/replies?open=true").body().toString())
                .as("replies that wait for somebody")
                .contains("items")
                .doesNotContain(ada.id().toString());
    }

    @Test
    void whatCameFromANumberThatWasTheirsBeforeGoesAsWell() {
        Person ada = aKnownClient();
        Person after = somebody();
        SmsWebhook gateway = new SmsWebhook(port);
        Probe.waitUntil("she is known", () -> optOuts(ada).status() == 200);
        others.announce(Harbour.client(ada.id(), after.email(), after.phone()), 2);
        Probe.waitUntil("the number is corrected", () -> has(ada.id(), after.phone()));
        gateway.answers(ada.phone(), "Ada Byron here, from my old telephone");
        gateway.answers(ada.phone(), "STOP");

        others.send(Records.erasure(Topics.CLIENTS, ada.id().value(), 3));

        Probe.waitUntil("she is erased", () -> optOuts(ada).status() == 404);
        assertThat(dump()).doesNotContain(ada.phone(), after.phone(), "my old telephone");
    }

    @Test
    void ofADuplicateNothingIsLeftOnceTheOneKeptIsErased() {
        Person ada = aKnownClient();
        Person twin = aKnownClient();
        Person before = somebody();
        SmsWebhook gateway = new SmsWebhook(port);
        Probe.waitUntil(
                "both are known",
                () -> optOuts(ada).status() == 200 && optOuts(twin).status() == 200);
        gateway.answers(twin.phone(), "Where are you?");
        others.announce(Harbour.client(twin.id(), before.email(), before.phone()), 2);
        Probe.waitUntil("the number is corrected", () -> has(twin.id(), before.phone()));
        gateway.answers(before.phone(), "Where is the entrance?");
        others.send(
                Records.erasure(Topics.CLIENTS, twin.id().value(), 3, new ClientMerge(twin.id(), ada.id()).cause()));
        Probe.waitUntil("the duplicate is gone", () -> optOuts(twin).status() == 404);
        gateway.answers(twin.phone(), "My number has been another for long");

        others.send(Records.erasure(Topics.CLIENTS, ada.id().value(), 2));

        Probe.waitUntil("she is erased", () -> optOuts(ada).status() == 404);
        assertThat(dump()).doesNotContain(ada.phone(), twin.phone(), before.phone(), "for long", "entrance");
    }

    @Test
    void whatADuplicateWasToldTheOtherWasToldHoweverTheNewsArrives() {
        for (boolean tombstoneFirst : List.of(true, false)) {
            Harbour harbour = aKnownClinic();
            Person ada = aKnownClient();
            Person twin = aKnownClient();
            AppointmentId visit = book(harbour, twin);
            assertThat(outcome(visit)).isEqualTo(BOTH_SENT);
            Probe.waitUntil("she is known", () -> optOuts(ada).status() == 200);
            new SmsWebhook(port).answers(twin.phone(), "Where are you?");
            desk().put(path(twin) + "/EMAIL", "");
            ClientMerge merge = new ClientMerge(twin.id(), ada.id());
            List<Runnable> news = List.of(
                    () -> others.send(Records.erasure(Topics.CLIENTS, twin.id().value(), 2, merge.cause())),
                    () -> others.announce(
                            new AppointmentAmended(
                                    harbour.appointment(visit, ada.id(), inTwoDays(), AppointmentStatus.BOOKED),
                                    Set.of("participants"),
                                    merge),
                            2));
            (tombstoneFirst ? news : news.reversed()).forEach(Runnable::run);

            Probe.waitUntil(
                    "her visit is handed over",
                    () -> clientsOf("messages", visit).equals(Set.of(ada.id())));
            Probe.waitUntil(
                    "and what she wrote", () -> clientsOf("replies", visit).equals(Set.of(ada.id())));
            assertThat(optOuts(ada).body().toString()).contains("\"source\":\"STAFF\"");
            assertThat(messages(visit)).hasSize(2);
            assertThat(jdbc.sql("SELECT count(*) FROM replies WHERE client_id = ? AND text IS NOT NULL")
                            .param(ada.id().value())
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThat(textsTo(ada)).isEmpty();
            assertThat(mailsTo(ada)).isEmpty();
        }
    }

    @Test
    void aStopFromTheDuplicatesNumberHoldsForTheNumberThatIsKept() {
        Harbour harbour = aKnownClinic();
        Person ada = aKnownClient();
        Person twin = aKnownClient();
        Probe.waitUntil(
                "both are known",
                () -> optOuts(ada).status() == 200 && optOuts(twin).status() == 200);
        new SmsWebhook(port).answers(twin.phone(), "STOP");
        Probe.waitUntil(
                "the stop is noted", () -> optOuts(twin).body().toString().contains("\"optedOut\":true"));

        others.send(
                Records.erasure(Topics.CLIENTS, twin.id().value(), 2, new ClientMerge(twin.id(), ada.id()).cause()));

        Probe.waitUntil("the duplicate is gone", () -> optOuts(twin).status() == 404);
        assertThat(outcome(book(harbour, ada))).isEqualTo(Map.of("EMAIL", "SENT", "SMS", "DROPPED opted-out"));
        assertThat(desk().delete(path(ada) + "/SMS").status())
                .as("staff may lift it: the carrier lets texts to this number through")
                .isEqualTo(200);
    }

    @Test
    void aNumberThatTakesNoTextsStaysMarkedWhenTheOneKeptTakesItOver() {
        Person twin = aKnownClient();
        Person mailed = somebody();
        others.announce(new ClientSnapshot(mailed.id(), "Ada", mailed.email(), null, "en"), 1);
        Probe.waitUntil(
                "both are known",
                () -> optOuts(mailed).status() == 200 && optOuts(twin).status() == 200);
        dead.mark(Channel.SMS, twin.phone(), "21614");

        others.send(
                Records.erasure(Topics.CLIENTS, twin.id().value(), 2, new ClientMerge(twin.id(), mailed.id()).cause()));
        Probe.waitUntil("the duplicate is gone", () -> optOuts(twin).status() == 404);
        others.announce(new ClientSnapshot(mailed.id(), "Ada", mailed.email(), twin.phone(), "en"), 2);
        Probe.waitUntil("the number is taken over", () -> has(mailed.id(), twin.phone()));

        assertThat(dead.covers(Channel.SMS, twin.phone())).isTrue();
    }

    @Test
    void whatIsKnownOfAnAddressThatNobodyKeepsGoesWithTheDuplicate() {
        Person ada = aKnownClient();
        Person twin = aKnownClient();
        Probe.waitUntil(
                "both are known",
                () -> optOuts(ada).status() == 200 && optOuts(twin).status() == 200);
        dead.mark(Channel.SMS, twin.phone(), "21614");

        others.send(
                Records.erasure(Topics.CLIENTS, twin.id().value(), 2, new ClientMerge(twin.id(), ada.id()).cause()));
        Probe.waitUntil("the duplicate is gone", () -> optOuts(twin).status() == 404);

        assertThat(dead.covers(Channel.SMS, twin.phone())).isFalse();
    }

    private Set<ClientId> clientsOf(String table, AppointmentId visit) {
        return Set.copyOf(jdbc.sql("SELECT client_id FROM " + table + " WHERE appointment_id = ?")
                .param(visit.value())
                .query((row, number) -> ClientId.of(row.getString(1)))
                .list());
    }

    private Person sharing(Person other) {
        Person flatmate = new Person(new ClientId(Ids.next()), somebody().email(), other.phone());
        others.announce(new ClientSnapshot(flatmate.id(), "Ben", flatmate.email(), flatmate.phone(), "en"), 1);
        return flatmate;
    }

    private boolean has(ClientId client, String phone) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM contacts WHERE client_id = ? AND phone = ?)")
                .params(client.value(), phone)
                .query(Boolean.class)
                .single();
    }

    private Answer optOuts(Person person) {
        return desk().get(path(person));
    }

    private Http desk() {
        return Http.at(port).as(Tokens.of(Role.FRONT_DESK));
    }

    private static String path(Person person) {
        return "/api/v1/clients/" + person.id() + "/opt-outs";
    }

    private String dump() {
        return String.join(
                "\n",
                jdbc
                        .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                        .query(String.class)
                        .list()
                        .stream()
                        .flatMap(
                                table -> jdbc
                                        .sql("SELECT row::text FROM \"" + table + "\" AS row")
                                        .query(String.class)
                                        .list()
                                        .stream())
                        .toList());
    }
}
