package dev.unknot.devstack.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.unknot.devstack.phone.Text.Direction;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Ports;
import dev.unknot.platform.test.Probe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhoneTest {

    private static final String ADA = "+12025550110";
    private static final String LINE = "+12025550100";
    private static final String PATH = "/2010-04-01/Accounts/AC1/Messages.json";
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> signatures = new ConcurrentLinkedQueue<>();
    private final Queue<String> webhooks = new ConcurrentLinkedQueue<>();
    private HttpServer clinic;
    private PhoneSettings settings;
    private Phone phone;

    @BeforeEach
    void openThePhone() throws IOException {
        clinic = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        clinic.createContext("/in", http -> {
            webhooks.add(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            signatures.add(http.getRequestHeaders().getFirst(Signature.HEADER));
            Exchange.send(http, 200, "application/xml", "<Response><Message>Help &amp; more</Message></Response>");
        });
        clinic.start();
        URI webhook = URI.create("http://localhost:" + clinic.getAddress().getPort() + "/in");
        settings =
                new PhoneSettings("127.0.0.1", Ports.free(), Ports.free(), directory, "AC1", "secret", LINE, webhook);
        phone = Phone.start(settings, Clock.fixed(NOON, ZoneOffset.UTC), () -> Duration.ZERO);
    }

    @AfterEach
    void closeThePhone() {
        phone.close();
        clinic.stop(0);
    }

    @Test
    void aSentMessageIsInTheHandsOfItsRecipientAndCanBeFoundAgain() throws Exception {
        HttpResponse<String> taken = sms(Map.of("To", ADA, "From", LINE, "Body", "See you at 9:00"), "AC1:secret");

        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(phone.texts()).singleElement().satisfies(text -> {
            assertThat(text.phone()).isEqualTo(ADA);
            assertThat(text.body()).isEqualTo("See you at 9:00");
            assertThat(text.at()).isEqualTo(NOON);
            assertThat(taken.body()).contains(text.sid());
        });
        var found = Http.at(settings.port())
                .with("Authorization", basic("AC1:secret"))
                .get(PATH + "?To=%2B12025550110&PageSize=50")
                .body()
                .path("messages");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("body").asString()).isEqualTo("See you at 9:00");
        assertThat(found.get(0).path("date_created").asString()).isEqualTo("Sun, 29 Mar 2026 12:00:00 GMT");
    }

    @Test
    void whoeverAsksForItHearsThatAMessageWasDelivered() throws Exception {
        String report = settings.webhook() + "/status";

        sms(Map.of("To", ADA, "Body", "x", "StatusCallback", report), "AC1:secret");

        Probe.waitUntil("the delivery is reported", () -> !webhooks.isEmpty() && !signatures.isEmpty());
        assertThat(Form.parse(webhooks.remove()))
                .containsEntry("MessageSid", phone.texts().getFirst().sid())
                .containsEntry("MessageStatus", "delivered");
        assertThat(signatures.remove()).hasSize(28);
    }

    @Test
    void withoutTheAccountsSecretNothingIsTaken() throws Exception {
        assertThat(sms(Map.of("To", ADA, "Body", "x"), "AC1:guess").statusCode())
                .isEqualTo(401);
        assertThat(phone.texts()).isEmpty();
    }

    @Test
    void aNumberThatIsNoneIsRefusedWithTheGatewaysCode() throws Exception {
        HttpResponse<String> refused = sms(Map.of("To", "Ada", "Body", "x"), "AC1:secret");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("21211");
    }

    @Test
    void anAnswerReachesTheClinicSignedAndItsReplyComesBack() {
        phone.answer(ADA, "HELP me");

        assertThat(Form.parse(webhooks.remove())).containsEntry("From", ADA).containsEntry("Body", "HELP me");
        assertThat(signatures.remove()).hasSize(28);
        assertThat(phone.texts()).extracting(Text::direction).containsExactly(Direction.INBOUND, Direction.OUTBOUND);
        assertThat(phone.texts().getLast().body()).isEqualTo("Help & more");
    }

    @Test
    void anAnswerTheClinicDoesNotTakeIsShownAsSuch() {
        clinic.stop(0);

        assertThat(phone.answer(ADA, "C").direction()).isEqualTo(Direction.UNDELIVERED);
    }

    @Test
    void anAnswerPostedFromAnotherPageIsRefused() throws Exception {
        HttpRequest forged = HttpRequest.newBuilder(page("/answers"))
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString(Form.encode(Map.of("phone", ADA, "body", "STOP"))))
                .build();

        assertThat(client.send(forged, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        assertThat(phone.texts()).isEmpty();
    }

    @Test
    void noMessageBringsMarkupOntoThePage() throws Exception {
        String evil = "<img src=x onerror=alert(1)>";
        sms(Map.of("To", ADA, "Body", evil), "AC1:secret");

        String thread = get("/thread?phone=" + Form.encode(ADA));
        assertThat(thread + get("/list") + get("/?phone=" + Form.encode(evil))).doesNotContain("<img");
        assertThat(thread).contains("&lt;img");
    }

    @Test
    void aGatewayInTroubleTakesOrLosesAndLeavesTheCallerWaitingUntilItIsMended() throws Exception {
        String eve = "+12025550111";
        phone.make(Trouble.TAKES_WITHOUT_ANSWERING, ADA);
        phone.make(Trouble.LOSES_WITHOUT_ANSWERING, eve);
        CompletableFuture<?> toAda = CompletableFuture.supplyAsync(() -> unanswered(ADA));
        CompletableFuture<?> toEve = CompletableFuture.supplyAsync(() -> unanswered(eve));
        Probe.waitUntil("both wait", () -> phone.leavesWaiting(ADA) && phone.leavesWaiting(eve));

        phone.mend();

        assertThat(toAda.thenCombine(toEve, List::of).join()).isEqualTo(List.of(true, true));
        assertThat(phone.texts()).extracting(Text::to).containsExactly(ADA);
        assertThat(sms(Map.of("To", eve, "Body", "x"), "AC1:secret").statusCode())
                .isEqualTo(201);
    }

    @Test
    void whatCameInIsStillThereAfterARestart() throws Exception {
        sms(Map.of("To", ADA, "Body", "one"), "AC1:secret");
        phone.close();
        phone = Phone.start(settings, Clock.fixed(NOON, ZoneOffset.UTC), () -> Duration.ZERO);

        assertThat(phone.texts()).extracting(Text::body).containsExactly("one");
    }

    private boolean unanswered(String to) {
        try {
            return sms(Map.of("To", to, "Body", "x"), "AC1:secret").body().isEmpty();
        } catch (IOException cutOff) {
            return true;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    private HttpResponse<String> sms(Map<String, String> form, String account) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(page(PATH))
                .header("Authorization", basic(account))
                .POST(HttpRequest.BodyPublishers.ofString(Form.encode(form)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(page(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private URI page(String path) {
        return URI.create("http://localhost:" + settings.port() + path);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }
}
