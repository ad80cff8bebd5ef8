package dev.unknot.booking.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CorrectClient;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A client's name, contact and language are put right. */
@ServiceTest
class CorrectionTest {

    private static final String PATH = "/api/v1/clients";
    private static final CorrectClient RIGHT =
            new CorrectClient("Ada Lindt", "ada@example.org", "+43 660 7654321", "de");

    @LocalServerPort
    private int port;

    @Autowired
    private TopicReader topics;

    @Autowired
    private JdbcClient jdbc;

    private Http desk;

    @BeforeEach
    void signIn() {
        desk = Http.at(port).as(Tokens.of(Role.FRONT_DESK));
    }

    @Test
    void aCorrectedContactIsAnsweredFoundAnnouncedAndOnRecord() {
        ClientView ada = create();

        Answer put = desk.put(path(ada), RIGHT, "If-Match", "\"1\"");

        ClientView right = new ClientView(ada.id(), 2, "Ada Lindt", "ada@example.org", "+436607654321", "de");
        assertThat(put.status()).as("%s", put).isEqualTo(200);
        assertThat(put.etag()).isEqualTo("\"2\"");
        assertThat(put.body(ClientView.class)).isEqualTo(right);
        assertThat(desk.get(path(ada)).body(ClientView.class)).isEqualTo(right);
        assertThat(desk.get(PATH + "?q=ada%20lindt&limit=50")
                        .body()
                        .path("items")
                        .valueStream())
                .anyMatch(found -> found.path("id").asString().equals(ada.id().toString()));
        Probe.waitUntil(
                "the corrected contact is announced",
                () -> announced(ada)
                        .contains(new ClientSnapshot(ada.id(), "Ada Lindt", "ada@example.org", "+436607654321", "de")));
        assertThat(changes(ada)).hasSize(2).last().asString().startsWith("front-desk:");
    }

    @Test
    void whoSawAnOlderVersionIsToldAndChangesNothing() {
        ClientView ada = create();
        assertThat(desk.put(path(ada), RIGHT, "If-Match", "\"1\"").status()).isEqualTo(200);

        CorrectClient late = new CorrectClient("Ada Lund", "ada@example.org", null, "en");
        assertThat(desk.put(path(ada), late, "If-Match", "\"1\"").code()).isEqualTo("version-mismatch");
        assertThat(desk.put(path(ada), late).code()).isEqualTo("if-match-required");
        assertThat(desk.get(path(ada)).body(ClientView.class).name()).isEqualTo("Ada Lindt");
    }

    @Test
    void aCorrectionThatChangesNothingIsNoNewVersion() {
        ClientView ada = create();

        CorrectClient same = new CorrectClient("Ada Lind", null, "+43 660/1234567", "en");
        assertThat(desk.put(path(ada), same, "If-Match", "\"1\"").etag()).isEqualTo("\"1\"");
        assertThat(changes(ada)).hasSize(1);
    }

    @Test
    void whatNoNewClientMayHaveNoCorrectedOneMay() {
        ClientView ada = create();

        refused(ada, "no-contact", new CorrectClient("Ada", null, " ", "en"));
        refused(ada, "invalid-phone", new CorrectClient("Ada", null, "+43 12", "en"));
        refused(ada, "invalid-email", new CorrectClient("Ada", "no mail", null, "en"));
        refused(ada, "email-not-carried", new CorrectClient("Ada", "nikša@example.org", null, "en"));
        refused(ada, "invalid-request", new CorrectClient(" ", "ada@example.org", null, "en"));
        refused(ada, "invalid-request", new CorrectClient("Ada", "ada@example.org", null, "German"));
        assertThat(desk.get(path(ada)).body(ClientView.class)).isEqualTo(ada);
    }

    @Test
    void aNationalNumberIsReadInTheCountryOfTheLocationNamed() {
        ClientView ada = create();
        LocationId berlin = Places.in("DE", jdbc);
        LocationId washington = Places.in("US", jdbc);
        Http abroad = Http.at(port).as(Tokens.of(Role.FRONT_DESK, washington));

        assertThat(corrected(desk, ada, "0171 1234567", berlin)).isEqualTo("+491711234567");
        assertThat(corrected(abroad, ada, "(202) 555-0143", washington)).isEqualTo("+12025550143");
        assertThat(corrected(desk, ada, "0049 171 1234567", berlin)).isEqualTo("+491711234567");
        assertThat(correct(abroad, ada, "0171 1234567", berlin).code()).isEqualTo("location-not-yours");
        assertThat(correct(desk, ada, "0171 1234567", washington).code()).isEqualTo("invalid-phone");
    }

    @Test
    void whereNoneIsNamedItIsReadWhereTheyAreKnownIfThatIsOneCountry() {
        LocationId berlin = Places.in("DE", jdbc);
        LocationId potsdam = Places.in("DE", jdbc);
        ClientView ada = desk.post(PATH, new CreateClient("Ada Lind", "ada@example.org", null, null, berlin))
                .body(ClientView.class);
        knowAt(ada, potsdam);

        assertThat(corrected(desk, ada, "0171 1234567", null)).isEqualTo("+491711234567");

        knowAt(ada, Places.in("US", jdbc));
        Answer unclear = correct(desk, ada, "0171 7654321", null);
        assertThat(unclear.code()).isEqualTo("invalid-phone");
        assertThat(unclear.body().at("/errors/0/field").asString()).isEqualTo("phone");
        assertThat(corrected(desk, ada, "+49 171 7654321", null)).isEqualTo("+491717654321");
    }

    private String corrected(Http caller, ClientView client, String phone, @Nullable LocationId location) {
        Answer answer = correct(caller, client, phone, location);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return String.valueOf(answer.body(ClientView.class).phone());
    }

    private Answer correct(Http caller, ClientView client, String phone, @Nullable LocationId location) {
        return caller.put(
                path(client),
                new CorrectClient("Ada Lind", "ada@example.org", phone, "en", location),
                "If-Match",
                desk.get(path(client)).etag());
    }

    private void knowAt(ClientView client, LocationId location) {
        jdbc.sql("INSERT INTO client_locations (client_id, location_id) VALUES (?, ?)")
                .params(client.id().value(), location.value())
                .update();
    }

    @Test
    void staffCorrectAlsoWhomTheyFoundByNumberAndThatIsOnRecord() {
        ClientView ada = create();
        Http elsewhere = Http.at(port).as(Tokens.of(Role.FRONT_DESK, new LocationId(UUID.randomUUID())));

        for (Role role : List.of(Role.THERAPIST, Role.INTEGRATION, Role.CLIENT)) {
            assertThat(Http.at(port)
                            .as(Tokens.of(role))
                            .put(path(ada), RIGHT, "If-Match", "\"1\"")
                            .code())
                    .isEqualTo("role-not-allowed");
        }
        assertThat(elsewhere.put(path(ada), RIGHT, "If-Match", "\"1\"").status())
                .isEqualTo(200);
        assertThat(jdbc.sql("SELECT what FROM audit_trail WHERE subject = ? AND outcome = 'LOOKED'")
                        .param(ada.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("client-by-id");
    }

    private void refused(ClientView client, String code, CorrectClient command) {
        assertThat(desk.put(path(client), command, "If-Match", "\"1\"").code()).isEqualTo(code);
    }

    private ClientView create() {
        return desk.post(PATH, new CreateClient("Ada Lind", null, "+43 660 1234567", null))
                .body(ClientView.class);
    }

    private static String path(ClientView client) {
        return PATH + "/" + client.id();
    }

    private List<ClientSnapshot> announced(ClientView client) {
        return topics.read(Topics.CLIENTS, client.id().toString()).stream()
                .map(record -> JsonMapper.shared().readValue(record.value(), ClientSnapshot.class))
                .toList();
    }

    private List<String> changes(ClientView client) {
        return jdbc.sql("SELECT actor FROM audit_trail WHERE subject = ? AND outcome = 'CHANGED' ORDER BY position")
                .param(client.id().value())
                .query(String.class)
                .list();
    }
}
