package dev.unknot.booking.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.access.Role;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CreateClient;
import dev.unknot.common.client.PutRestrictions;
import dev.unknot.common.client.RestrictionsView;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import dev.unknot.platform.web.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ClientApiTest {

    private static final String PATH = "/api/v1/clients";

    @LocalServerPort
    private int port;

    @Autowired
    private TopicReader topics;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Availability availability;

    private Http desk;

    @BeforeEach
    void signIn() {
        desk = Http.at(port).as(Tokens.of(Role.FRONT_DESK));
        Probe.waitUntil("the index is complete", availability::complete);
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
    void pagesOfASearchFollowEachOtherInTheOrderOfNamesAndACursorNamesNobody() {
        ClientView first = create("Anna Quellwasser", null, "+436607770011");
        ClientView second = create("Bea Quellwasser", null, "+436607770012");
        ClientView third = create("Cleo Quellwasser", null, "+436607770013");

        Answer page = desk.get(PATH + "?q=quellwasser&limit=2");
        String cursor = page.body().path("nextCursor").asString();
        Answer rest = desk.get(PATH + "?q=quellwasser&limit=2&cursor=" + cursor);

        assertThat(ids(page)).containsExactly(first.id().toString(), second.id().toString());
        assertThat(ids(rest)).containsExactly(third.id().toString());
        assertThat(rest.body().path("nextCursor").isNull()).isTrue();
        assertThat(new String(Base64.getUrlDecoder().decode(cursor), UTF_8)).doesNotContainIgnoringCase("bea");
        for (String wrong : List.of("garbage", Cursor.encode(UUID.randomUUID()), Cursor.encode("Bea"))) {
            assertThat(desk.get(PATH + "?q=quellwasser&cursor=" + wrong).code())
                    .as(wrong)
                    .isEqualTo("invalid-cursor");
            assertThat(desk.get(PATH + "?id=" + first.id() + "&cursor=" + wrong).code())
                    .as(wrong)
                    .isEqualTo("invalid-cursor");
        }
    }

    @Test
    void aLanguageThatNobodySpeaksIsNone() {
        for (String language : List.of("zzz", "und", "en-ZZ")) {
            Answer refused = desk.post(PATH, new CreateClient("Ada Lind", "ada@example.org", null, language));

            assertThat(refused.status()).as("%s", refused).isEqualTo(400);
            assertThat(refused.body().path("detail").asString())
                    .isEqualTo("The field language must be a language tag such as en or de-AT.");
        }
    }

    private static List<String> ids(Answer page) {
        return page.body()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    @Test
    void aClientIsBarredAndAvoidsATherapistWithoutTheReasonLeavingTheHouse() {
        ClientView ada = create("Ada Lind", "ada@example.org", null);
        TherapistId mira = therapist();
        PutRestrictions wanted = new PutRestrictions("Never pays.", Set.of(mira));

        Answer put = desk.put(restrictions(ada), wanted, "If-Match", "\"1\"");

        assertThat(put.status()).as("%s", put).isEqualTo(200);
        assertThat(put.etag()).isEqualTo("\"2\"");
        assertThat(desk.get(restrictions(ada)).body(RestrictionsView.class))
                .isEqualTo(new RestrictionsView(ada.id(), 2, "Never pays.", Set.of(mira)));
        String announced = Probe.eventually(
                "it is announced",
                () -> topics.read(Topics.CLIENTS, ada.id().toString()).stream()
                        .map(record -> new String(record.value(), UTF_8))
                        .filter(json -> json.contains("\"barred\":true"))
                        .findFirst());
        assertThat(announced).contains(mira.toString()).doesNotContain("pays");
        assertThat(desk.put(restrictions(ada), wanted, "If-Match", "\"1\"").code())
                .isEqualTo("version-mismatch");
        assertThat(desk.put(restrictions(ada), new PutRestrictions(null, Set.of()), "If-Match", "\"2\"")
                        .body(RestrictionsView.class))
                .isEqualTo(new RestrictionsView(ada.id(), 3, null, Set.of()));
    }

    @Test
    void restrictionsAreForStaffWhoKnowTheClient() {
        ClientView ada = create("Ada Lind", "ada@example.org", null);
        PutRestrictions none = new PutRestrictions(null, Set.of());
        Http elsewhere = Http.at(port).as(Tokens.of(Role.FRONT_DESK, new LocationId(UUID.randomUUID())));

        assertThat(elsewhere.get(restrictions(ada)).code()).isEqualTo("not-found");
        assertThat(elsewhere.put(restrictions(ada), none, "If-Match", "\"1\"").code())
                .isEqualTo("not-found");
        for (Role role : List.of(Role.THERAPIST, Role.INTEGRATION, Role.CLIENT)) {
            assertThat(Http.at(port).as(Tokens.of(role)).get(restrictions(ada)).code())
                    .isEqualTo("role-not-allowed");
        }
        assertThat(desk.put(restrictions(ada), new PutRestrictions(" ", Set.of()), "If-Match", "\"1\"")
                        .code())
                .isEqualTo("invalid-request");
        assertThat(desk.put(
                                restrictions(ada),
                                new PutRestrictions(null, Set.of(new TherapistId(UUID.randomUUID()))),
                                "If-Match",
                                "\"1\"")
                        .code())
                .isEqualTo("unknown-therapist");
    }

    private static String restrictions(ClientView client) {
        return PATH + "/" + client.id() + "/restrictions";
    }

    private TherapistId therapist() {
        TherapistId mira = new TherapistId(UUID.randomUUID());
        TimeRange horizon = TimeRange.of(Instant.now(), Duration.ofDays(1));
        availability.learn(
                new TherapistSnapshot(
                        mira, "Mira", Gender.FEMALE, Set.of(), null, TherapistState.ACTIVE, horizon, List.of()),
                1);
        return mira;
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
        refused("invalid-email", new CreateClient("Nobody", "no mail", null, null));
        assertThat(desk.get(PATH).code()).isEqualTo("missing-parameter");
    }

    @Test
    void anAddressThatNoMailReachesUnchangedIsRefusedInWordsBesideItsField() {
        refused("email-not-carried", new CreateClient("Nikša", "nikša.x@example.org", null, null));
        refused("email-not-carried", new CreateClient("Nikša", "petrović@example.org", "+436601111112", null));
        refused("invalid-email", new CreateClient("Nobody", "anna@exam_ple.org", null, null));
        refused("invalid-email", new CreateClient("Nobody", "anna@example.org\r\nBcc: all@example.org", null, null));
        Answer refused = desk.post(PATH, new CreateClient("Nobody", "anna@localhost", null, null));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("email");

        assertThat(create("Anna Büro", "anna@büro.example", null).email()).isEqualTo("anna@büro.example");
    }

    @Test
    void aNumberIsReadAsItIsDialledWhereTheClientIsWrittenDown() {
        LocationId berlin = Places.in("DE", jdbc);
        LocationId washington = Places.in("US", jdbc);

        assertThat(phone("0171 3920011", berlin)).isEqualTo("+491713920011");
        assertThat(phone("0049 171 3920011", berlin)).isEqualTo("+491713920011");
        assertThat(phone("(202) 555-0143", washington)).isEqualTo("+12025550143");
        assertThat(phone("+43 660 1234567", washington)).isEqualTo("+436601234567");
        refused("invalid-phone", new CreateClient("Nobody", null, "12", null, berlin));
        refused("phone-extension", new CreateClient("Nobody", null, "+49 30 23125100 ext. 12", null, berlin));
        refused("phone-extension", new CreateClient("Nobody", null, "(202) 555-0143 x7", null, washington));
    }

    @Test
    void aNumberIsLookedForAsItIsDialledAtTheCallersLocations() {
        LocationId berlin = Places.in("DE", jdbc);
        LocationId washington = Places.in("US", jdbc);
        ClientView nora = create("Nora Feld", null, "+49 171 3920022");
        ClientView june = create("June Field", null, "+1 202 555 0122");
        Http atBoth = Http.at(port).as(Tokens.of(Role.FRONT_DESK, berlin, washington));
        Http abroad = Http.at(port).as(Tokens.of(Role.FRONT_DESK, washington));

        assertThat(found(atBoth, "?phone=0171%203920022")).containsExactly(nora);
        assertThat(found(atBoth, "?phone=0049%20171%203920022")).containsExactly(nora);
        assertThat(found(atBoth, "?phone=(202)%20555-0122")).containsExactly(june);
        assertThat(found(atBoth, "?phone=0171%203920022&location=" + berlin)).containsExactly(nora);
        assertThat(atBoth.get(PATH + "?phone=0171%203920022&location=" + washington)
                        .code())
                .isEqualTo("invalid-phone");
        assertThat(abroad.get(PATH + "?phone=0171%203920022").code()).isEqualTo("invalid-phone");
        assertThat(abroad.get(PATH + "?phone=0171%203920022&location=" + berlin).code())
                .isEqualTo("location-not-yours");
    }

    private @Nullable String phone(String typed, LocationId location) {
        Answer created = desk.post(PATH, new CreateClient("Nora Feld", null, typed, null, location));
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        return created.body(ClientView.class).phone();
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
    void whoLooksUpVeryManyClientsIsToldToWait() {
        Http curious = Http.at(port).as(Tokens.of(Role.FRONT_DESK, "curious"));

        Answer refused = IntStream.range(0, 1_000)
                .mapToObj(i -> curious.get(PATH + "?phone=%2B4930" + (100_000 + i)))
                .filter(answer -> answer.status() != 200)
                .findFirst()
                .orElseThrow();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-look-ups");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(desk.get(PATH + "?phone=%2B4930100000").status()).isEqualTo(200);
    }

    @Test
    void therapistsDoNotLookClientsUp() {
        Http therapist = Http.at(port).as(Tokens.of(Role.THERAPIST));

        assertThat(therapist.get(PATH + "?phone=%2B436601234567").code()).isEqualTo("role-not-allowed");
    }

    @Test
    void whomAnExactLookUpShowedIsOnRecord() {
        ClientView ida = create("Ida Holm", "ida@example.org", "+436604444444");
        found("?phone=%2B436604444444");
        found("?email=ida@example.org");

        assertThat(looks(ida)).containsExactly("client-by-phone", "client-by-email");
    }

    @Test
    void whoIsLookedAtWithoutBeingKnownThereIsOnRecord() {
        ClientView ida = create("Ina Roth", "ina@example.org", "+436605555555");
        Http elsewhere = Http.at(port).as(Tokens.of(Role.FRONT_DESK, new LocationId(UUID.randomUUID())));

        assertThat(desk.get(PATH + "/" + ida.id()).status()).isEqualTo(200);
        assertThat(looks(ida)).isEmpty();
        assertThat(elsewhere.get(PATH + "/" + ida.id()).status()).isEqualTo(200);
        assertThat(looks(ida)).containsExactly("client-by-id");
    }

    private List<String> looks(ClientView client) {
        return jdbc.sql("SELECT what FROM audit_trail WHERE outcome = 'LOOKED' AND subject = ? ORDER BY position")
                .param(client.id().value())
                .query(String.class)
                .list();
    }

    @Test
    void wordsFindAClientByWhatTheyBeginWithOrLongerPartsInAnyCaseAndWithoutAccents() {
        ClientView ada = create("Ada Müller-Lind", "lovelace@example.org", null);

        for (String typed : List.of("ad", "AD", "ada", "mull", "müll", "lind", "a%20mu", "lovelace@", "love%20ada")) {
            assertThat(found("?q=" + typed)).as(typed).contains(ada);
        }
        for (String typed : List.of("da", "eve", "adda", "ada%20eve", "a%25d", "a_a")) {
            assertThat(found("?q=" + typed)).as(typed).doesNotContain(ada);
        }
    }

    @Test
    void aPartOfAPhoneNumberFindsItsClientAlsoAsDialledAtHome() {
        ClientView runa = create("Runa Berg", null, "+436603333444");

        for (String typed : List.of("0660%20333", "%2B43%20660%203333", "0660/3333-444", "3444", "0043660333")) {
            assertThat(found("?q=" + typed)).as(typed).containsExactly(runa);
        }
    }

    @Test
    void aSearchAnswersInTheOrderOfNamesAndNoMoreThanAskedFor() {
        create("Zoe Quandt", "zoe@example.org", null);
        create("Ben Quandt", "ben@example.org", null);
        create("Mia Quandt", "mia@example.org", null);

        assertThat(found("?q=quandt&limit=2")).extracting(ClientView::name).containsExactly("Ben Quandt", "Mia Quandt");
        assertThat(desk.get(PATH + "?q=quandt&limit=51").code()).isEqualTo("invalid-parameter");
        assertThat(desk.get(PATH + "?q=q").code()).isEqualTo("invalid-parameter");
        assertThat(desk.get(PATH + "?q=%25%25").code()).isEqualTo("invalid-parameter");
        assertThat(desk.get(PATH + "?q=" + "q".repeat(101)).code()).isEqualTo("invalid-parameter");
        assertThat(desk.get(PATH + "?q=qu&phone=1").code()).isEqualTo("missing-parameter");
    }

    @Test
    void aFrontDeskFindsByNameOrIdOnlyWhoIsRegisteredOrBookedAtItsLocations() {
        LocationId here = new LocationId(UUID.randomUUID());
        LocationId there = new LocationId(UUID.randomUUID());
        Http atHere = Http.at(port).as(Tokens.of(Role.FRONT_DESK, here));
        CreateClient vera = new CreateClient("Vera Xylander", "vera@example.org", null, null, here);
        ClientView registered = atHere.post(PATH, vera).body(ClientView.class);

        assertThat(atHere.post(PATH, new CreateClient("Vera", "v@example.org", null, null, there))
                        .code())
                .isEqualTo("location-not-yours");
        for (String query : List.of("?q=xylander", "?id=" + registered.id())) {
            assertThat(clients(atHere.get(PATH + query))).containsExactly(registered);
            assertThat(clients(desk.get(PATH + query))).containsExactly(registered);
            assertThat(clients(
                            Http.at(port).as(Tokens.of(Role.FRONT_DESK, there)).get(PATH + query)))
                    .isEmpty();
            assertThat(clients(Http.at(port).as(Tokens.of(Role.THERAPIST)).get(PATH + query)))
                    .isEmpty();
            for (String outsider : List.of(Tokens.of(Role.INTEGRATION), Tokens.client(UUID.randomUUID()))) {
                assertThat(Http.at(port).as(outsider).get(PATH + query).code()).isEqualTo("role-not-allowed");
            }
        }
    }

    @Test
    void aProgramFindsByPhoneEmailOrIdOnlyClientsOfItsOwnLocations() {
        LocationId here = new LocationId(UUID.randomUUID());
        LocationId there = new LocationId(UUID.randomUUID());
        Http program = Http.at(port).as(Tokens.of(Role.INTEGRATION, here));
        ClientView ours = desk.post(
                        PATH, new CreateClient("Vera Xylander", "vera@example.org", "+436603333333", null, here))
                .body(ClientView.class);
        ClientView theirs = desk.post(
                        PATH, new CreateClient("Otto Elsewhere", "otto@example.org", "+436603333333", null, there))
                .body(ClientView.class);

        assertThat(clients(program.get(PATH + "?phone=%2B436603333333"))).containsExactly(ours);
        assertThat(clients(program.get(PATH + "?email=vera@example.org"))).containsExactly(ours);
        assertThat(clients(program.get(PATH + "?email=otto@example.org"))).isEmpty();
        assertThat(program.get(PATH + "/" + ours.id()).status()).isEqualTo(200);
        assertThat(program.get(PATH + "/" + theirs.id()).code()).isEqualTo("not-found");
        assertThat(program.post(PATH, new CreateClient("Otto", "otto@example.org", null, null, here, Set.of()))
                        .status())
                .as("nobody learns by a refusal who comes elsewhere")
                .isEqualTo(201);
        ClientView unplaced = program.post(PATH, new CreateClient("Ida Lund", "ida@example.org", null, null))
                .body(ClientView.class);
        assertThat(clients(program.get(PATH + "?email=ida@example.org"))).containsExactly(unplaced);
    }

    @Test
    void severalClientsAreReadAtOnceButNotAnyNumber() {
        ClientView ada = create("Ada Lind", "ada@example.org", null);
        ClientView ruben = create("Ruben Sand", "ruben@example.org", null);
        String hundred = IntStream.range(0, 100)
                .mapToObj(i -> UUID.randomUUID().toString())
                .collect(joining(","));

        assertThat(found("?id=" + ada.id() + "&id=" + ruben.id() + "&id=" + UUID.randomUUID()))
                .containsExactly(ada, ruben);
        assertThat(found("?id=" + hundred)).isEmpty();
        assertThat(desk.get(PATH + "?id=" + hundred + "&id=" + ada.id()).code()).isEqualTo("invalid-parameter");
    }

    private ClientView create(String name, @Nullable String email, @Nullable String phone) {
        Answer created = desk.post(PATH, new CreateClient(name, email, phone, null));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.body(ClientView.class);
    }

    private List<ClientView> found(String query) {
        return found(desk, query);
    }

    private static List<ClientView> found(Http caller, String query) {
        return clients(caller.get(PATH + query));
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
