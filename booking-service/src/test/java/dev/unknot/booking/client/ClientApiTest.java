package dev.unknot.booking.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.event.Topics;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ClientApiTest {

    private static final String PATH = "/api/v1/clients";

    @LocalServerPort
    private int port;

    @Autowired
    private TopicReader topics;

    private Http desk;

    @BeforeEach
    void signIn() {
        desk = Http.at(port).as(Tokens.of(Role.FRONT_DESK));
    }

    @Test
    void aPhoneIsKeptAsE164AndFoundInAnyPunctuation() {
        ClientView ada = create("Ada Lind", null, "+43 (660) 123 45 67");

        assertThat(ada.phone()).isEqualTo("+436601234567");
        assertThat(ada.language()).isEqualTo("en");
        assertThat(found("?phone=%2B43%20660%201234567")).containsExactly(ada);
        assertThat(desk.get(PATH + "/" + ada.id()).body(ClientView.class)).isEqualTo(ada);
    }

    @Test
    void aFamilySharesAPhoneAndEmailIsFoundInAnyCase() {
        ClientView mother = create("Runa Berg", "Runa@Example.org", "+436601111111");
        ClientView daughter = create("Isa Berg", null, "+436601111111");

        assertThat(found("?phone=%2B436601111111")).containsExactlyInAnyOrder(mother, daughter);
        assertThat(found("?email=rUNA@example.org")).containsExactly(mother);
        assertThat(found("?email=una@example.org")).isEmpty();
    }

    @Test
    void allWhoShareAPhoneAreFoundPageByPage() {
        List<ClientView> guests = IntStream.range(0, 51)
                .mapToObj(guest -> create("Guest " + guest, null, "+436602222222"))
                .toList();

        Answer first = desk.get(PATH + "?phone=%2B436602222222");
        Answer last = desk.get(PATH + "?phone=%2B436602222222&cursor="
                + first.body().path("nextCursor").asString());

        assertThat(clients(first)).isEqualTo(guests.subList(0, 50));
        assertThat(clients(last)).isEqualTo(guests.subList(50, 51));
        assertThat(last.body().path("nextCursor").isNull()).isTrue();
        assertThat(desk.get(PATH + "?phone=%2B436602222222&cursor=nonsense").code())
                .isEqualTo("invalid-cursor");
    }

    @Test
    void aClientWhoCannotBeReachedIsRefused() {
        refused("no-contact", new CreateClient("Nobody", null, null, null));
        refused("no-contact", new CreateClient("Nobody", null, " ", null));
        refused("invalid-phone", new CreateClient("Nobody", null, "0660 1234567", null));
        refused("invalid-phone", new CreateClient("Nobody", null, "+43 12", null));
        refused("invalid-request", new CreateClient("Nobody", "no mail", null, null));
        assertThat(desk.get(PATH).code()).isEqualTo("missing-parameter");
    }

    @Test
    void aNewClientIsAnnouncedOnTheTopicThatErases() {
        ClientView ada = create("Ada Lind", "ada@example.org", null);

        ClientSnapshot snapshot = Probe.eventually(
                "the client is announced",
                () -> topics.read(Topics.CLIENTS, ada.id().toString()).stream()
                        .map(record -> JsonMapper.shared().readValue(record.value(), ClientSnapshot.class))
                        .findFirst());

        assertThat(snapshot.name()).isEqualTo("Ada Lind");
        assertThat(snapshot.email()).isEqualTo("ada@example.org");
    }

    @Test
    void noLogLineNamesAClient(CapturedOutput log) {
        create("Quirina Zapf", "quirina@example.org", "+436609999999");
        desk.post(PATH, new CreateClient("Quirina Zapf", "quirina at example", "+43 660 99", null));
        found("?phone=%2B436609999999");

        assertThat(log.getAll()).doesNotContainIgnoringCase("quirina").doesNotContain("9999999");
    }

    @Test
    void therapistsDoNotLookClientsUp() {
        Http therapist = Http.at(port).as(Tokens.of(Role.THERAPIST));

        assertThat(therapist.get(PATH + "?phone=%2B436601234567").code()).isEqualTo("role-not-allowed");
    }

    private ClientView create(String name, @Nullable String email, @Nullable String phone) {
        Answer created = desk.post(PATH, new CreateClient(name, email, phone, null));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.body(ClientView.class);
    }

    private List<ClientView> found(String query) {
        return clients(desk.get(PATH + query));
    }

    private static List<ClientView> clients(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> JsonMapper.shared().treeToValue(item, ClientView.class))
                .toList();
    }

    private void refused(String code, CreateClient command) {
        Answer answer = desk.post(PATH, command);
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 422);
        assertThat(answer.code()).isEqualTo(code);
    }
}
