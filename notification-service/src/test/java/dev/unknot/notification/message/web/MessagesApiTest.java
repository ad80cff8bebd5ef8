package dev.unknot.notification.message.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import dev.unknot.notification.Announcer;
import dev.unknot.notification.Harbour;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest(properties = "unknot.messages.sending=false")
class MessagesApiTest {
    private final Harbour harbour = Harbour.in("Europe/Berlin");
    private final Harbour island = Harbour.in("Asia/Kolkata");
    private final ClientId ada = new ClientId(Ids.next());
    /** Too soon for a reminder. */
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));

    @LocalServerPort
    private int port;

    @Value("${spring.kafka.bootstrap-servers}")
    private String bootstrapServers;

    @Value("${unknot.topic-prefix}")
    private String prefix;

    private AppointmentId atTheHarbour;
    private AppointmentId onTheIsland;

    @BeforeEach
    void bookOneVisitEach() {
        atTheHarbour = new AppointmentId(Ids.next());
        onTheIsland = new AppointmentId(Ids.next());
        try (Announcer others = new Announcer(bootstrapServers, prefix)) {
            others.announce(harbour.booked(atTheHarbour, ada, start), 1);
            others.announce(island.booked(onTheIsland, ada, start), 1);
        }
        Probe.waitUntil(
                "all four messages are planned",
                () -> items(owner(), "?client=" + ada).size() == 4);
    }

    @Test
    void aFrontDeskSeesItsOwnLocationsMessagesOnly() {
        Http desk = as(Tokens.of(Role.FRONT_DESK, harbour.location()));

        assertThat(items(desk, "?client=" + ada))
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(message.path("appointmentId").asString()).isEqualTo(atTheHarbour.toString()));
        assertThat(items(desk, "?appointment=" + onTheIsland)).isEmpty();
    }

    @Test
    void aMessageShowsWhatItIsForAndWhereItStands() {
        JsonNode message = items(owner(), "?appointment=" + atTheHarbour).getFirst();

        assertThat(message.path("state").asString()).isEqualTo("PLANNED");
        assertThat(message.path("kind").asString()).isEqualTo("CONFIRMATION");
        assertThat(message.path("clientId").asString()).isEqualTo(ada.toString());
        assertThat(message.path("locationId").asString())
                .isEqualTo(harbour.location().toString());
        assertThat(Instant.parse(message.path("expires").asString())).isEqualTo(start);
    }

    @Test
    void aStateNarrowsTheList() {
        assertThat(items(owner(), "?client=" + ada + "&state=PLANNED")).hasSize(4);
        assertThat(items(owner(), "?client=" + ada + "&state=SENT")).isEmpty();
    }

    @Test
    void aStateThatThereIsNotIsRefusedInWordsWithItsNamesForPrograms() {
        Answer answer = owner().get("/api/v1/messages?state=FOO");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-parameter");
        assertThat(answer.body().path("detail").asString())
                .isEqualTo("The parameter state has a value that is not known here.");
        assertThat(answer.body().at("/errors/0/message").asString())
                .isEqualTo("must be one of PLANNED, SENDING, SENT, DROPPED, FAILED");
    }

    @Test
    void aLocationNarrowsTheListAndHasToBeTheCallersOwn() {
        Http desk = as(Tokens.of(Role.FRONT_DESK, harbour.location()));

        assertThat(items(owner(), "?client=" + ada + "&location=" + island.location()))
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(message.path("appointmentId").asString()).isEqualTo(onTheIsland.toString()));
        assertThat(desk.get("/api/v1/messages?location=" + island.location()).code())
                .isEqualTo("location-not-yours");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = owner().get("/api/v1/messages?limit=3&client=" + ada + cursor);
            assertThat(page.status()).isEqualTo(200);
            page.body().path("items").forEach(item -> seen.add(item.path("id").asString()));
            cursor = page.body().path("nextCursor").isString()
                    ? "&cursor=" + page.body().path("nextCursor").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aCursorNobodyGaveOutIsRefused() {
        Answer answer = owner().get("/api/v1/messages?cursor=xyz");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-cursor");
    }

    @ParameterizedTest
    @EnumSource(names = {"THERAPIST", "CLIENT"})
    void otherRolesReadNoMessages(Role role) {
        Answer answer = as(Tokens.of(role)).get("/api/v1/messages");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("role-not-allowed");
    }

    @Test
    void nobodyReadsMessagesWithoutAToken() {
        assertThat(Http.at(port).get("/api/v1/messages").status()).isEqualTo(401);
    }

    private Http owner() {
        return as(Tokens.owner());
    }

    private Http as(String token) {
        return Http.at(port).as(token);
    }

    private static List<JsonNode> items(Http http, String query) {
        Answer answer = http.get("/api/v1/messages" + query);
        assertThat(answer.status()).isEqualTo(200);
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .toList();
    }
}
