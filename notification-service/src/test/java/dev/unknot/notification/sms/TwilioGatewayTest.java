package dev.unknot.notification.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.unknot.notification.delivery.Delivery;
import dev.unknot.notification.delivery.GatewayUnavailable;
import dev.unknot.notification.delivery.Handover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

class TwilioGatewayTest {
    private static final String MESSAGES = "/2010-04-01/Accounts/AC1/Messages.json";
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    @RegisterExtension
    static final WireMockExtension twilio = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    @Test
    void anSmsGoesOutAsAFormUnderTheAccount() {
        twilio.stubFor(post(MESSAGES).willReturn(jsonResponse("{\"sid\":\"SM1\",\"status\":\"queued\"}", 201)));

        assertThat(send()).isEqualTo(new Delivery.Accepted("SM1"));
        twilio.verify(
                1,
                postRequestedFor(urlPathEqualTo(MESSAGES))
                        .withBasicAuth(new BasicCredentials("AC1", "secret"))
                        .withFormParam("To", equalTo("+4915112345678"))
                        .withFormParam("From", equalTo("+15005550006"))
                        .withFormParam("Body", equalTo("Tue 24 Nov & Zürich")));
    }

    @Test
    void aRefusalOfThisMessageIsForGood() {
        answer(400, "{\"code\":21617,\"message\":\"The message body exceeds 1600 characters\",\"status\":400}");

        assertThat(send()).isEqualTo(new Delivery.Refused("21617"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"21211", "21217", "21265", "21614", "21635"})
    void aNumberThatTakesNoSmsIsToldApart(String code) {
        answer(400, "{\"code\":" + code + ",\"status\":400}");

        assertThat(send()).isEqualTo(new Delivery.Unreachable(code));
    }

    @Test
    void aRecipientWhoOptedOutAtTheCarrierIsToldApart() {
        answer(400, "{\"code\":21610,\"message\":\"unsubscribed\",\"status\":400}");

        assertThat(send()).isEqualTo(new Delivery.OptedOut());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void theGatewaysTroublePasses(int status) {
        answer(status, "{\"code\":20000}");

        assertThat(send()).isEqualTo(new Delivery.Away("20000"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void theAccountsTroubleIsOurs(int status) {
        answer(status, "{\"code\":20000}");

        assertThat(send()).isEqualTo(new Delivery.OurFault("20000", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"21212", "21606", "21659", "21611", "21408", "20003"})
    void aSenderOrAnAccountThatIsSetWronglyIsNotTheMessagesFault(String code) {
        answer(400, "{\"code\":" + code + "}");

        assertThat(send())
                .isInstanceOfSatisfying(
                        Delivery.OurFault.class,
                        fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void anErrorOnTheWayLeavesItOpen(int status) {
        answer(status, "<html>Bad gateway</html>");

        assertThat(send()).isEqualTo(new Delivery.Unknown(String.valueOf(status)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Bad request</html>", "{\"code\":21614", "{\"error\":\"no upstream\"}", "[]"})
    void aRefusalThatIsNotInTheGatewaysOwnWordsLeavesItOpen(String body) {
        answer(400, body);

        assertThat(send()).isEqualTo(new Delivery.Unknown("400"));
    }

    @Test
    void aRefusalWhoseEndDoesNotComeInTimeLeavesItOpen() {
        twilio.stubFor(post(MESSAGES)
                .willReturn(jsonResponse("{\"code\":21614,\"message\":\"not a mobile number\",\"status\":400}", 400)
                        .withChunkedDribbleDelay(5, 20_000)));

        assertThat(send(TWO_SECONDS)).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void aRefusalThatIsCutOffLeavesItOpen() throws IOException {
        try (ServerSocket cutsOff = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> answerHalf(cutsOff));

            assertThat(gateway("http://127.0.0.1:" + cutsOff.getLocalPort())
                            .send("+4915112345678", "hello", new Handover(() -> false)))
                    .isInstanceOf(Delivery.Unknown.class);
        }
    }

    private static void answerHalf(ServerSocket server) {
        try (Socket client = server.accept()) {
            int unused = client.getInputStream().read(new byte[8192]);
            client.getOutputStream().write("""
                    HTTP/1.1 400 Bad Request\r
                    Content-Type: application/json\r
                    Content-Length: 500\r
                    \r
                    {"code":21614,""".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void anAnswerThatNeverComesLeavesItOpen() {
        twilio.stubFor(post(MESSAGES).willReturn(aResponse().withFixedDelay(20_000)));

        assertThat(send(TWO_SECONDS)).isEqualTo(new Delivery.Unknown("connection-lost"));
    }

    @Test
    void aConnectionThatBreaksLeavesItOpen() {
        twilio.stubFor(post(MESSAGES).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThat(send()).isEqualTo(new Delivery.Unknown("connection-lost"));
    }

    @Test
    void aGatewayNobodyListensAtCertainlyTookNothing() {
        assertThat(gateway("http://localhost:1").send("+4915112345678", "hello", new Handover(() -> false)))
                .isEqualTo(new Delivery.Away("unreachable"));
    }

    @Test
    void aMessageThatIsTooLateIsKeptBack() {
        assertThat(gateway(twilio.baseUrl()).send("+4915112345678", "hello", new Handover(() -> true)))
                .isEqualTo(new Delivery.KeptBack());
        twilio.verify(0, postRequestedFor(urlPathEqualTo(MESSAGES)));
    }

    @Test
    void whatItTookOverIsFoundByNumberAndText() {
        twilio.stubFor(get(urlPathEqualTo(MESSAGES))
                .withQueryParam("To", equalTo("+4915112345678"))
                .willReturn(jsonResponse("""
                        {"messages":[{"sid":"SM3","body":"other"},{"sid":"SM2","body":"hello"},{"sid":"SM1","body":"hello"}]}
                        """, 200)));

        assertThat(gateway(twilio.baseUrl()).find("+4915112345678", "hello"::equals))
                .containsExactly("SM2", "SM1");
    }

    @Test
    void aQuestionItDoesNotAnswerIsNoAnswer() {
        twilio.stubFor(get(urlPathEqualTo(MESSAGES)).willReturn(aResponse().withStatus(503)));

        assertThatThrownBy(() -> gateway(twilio.baseUrl()).find("+4915112345678", "hello"::equals))
                .isInstanceOf(GatewayUnavailable.class)
                .hasMessage("http-503");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Welcome</html>", "{\"messages\":[{\"sid\":\"SM1\"", "{}"})
    void aListThatCannotBeReadIsNoAnswerEither(String body) {
        twilio.stubFor(get(urlPathEqualTo(MESSAGES)).willReturn(jsonResponse(body, 200)));

        assertThatThrownBy(() -> gateway(twilio.baseUrl()).find("+4915112345678", "hello"::equals))
                .isInstanceOf(GatewayUnavailable.class)
                .hasMessage("unreadable");
    }

    private static void answer(int status, String body) {
        twilio.stubFor(post(MESSAGES).willReturn(jsonResponse(body, status)));
    }

    private static Delivery send() {
        return send(HALF_A_MINUTE);
    }

    private static Delivery send(Duration readTimeout) {
        return gateway(twilio.baseUrl(), readTimeout)
                .send("+4915112345678", "Tue 24 Nov & Zürich", new Handover(() -> false));
    }

    private static TwilioGateway gateway(String baseUrl) {
        return gateway(baseUrl, HALF_A_MINUTE);
    }

    private static TwilioGateway gateway(String baseUrl, Duration readTimeout) {
        SmsSettings settings = new SmsSettings(
                URI.create(baseUrl),
                "AC1",
                "secret",
                "+15005550006",
                URI.create("https://unknot.example/api/v1/sms/inbound"),
                null,
                HALF_A_MINUTE,
                readTimeout);
        return new SmsConfiguration()
                .twilioGateway(
                        RestClient.builder(), settings, JsonMapper.builder().build());
    }
}
