package dev.unknot.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The SMS gateway: takes everything unless told otherwise about a number. */
public final class TwilioStandIn {
    private static final String MESSAGES = "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.wireMockConfig().dynamicPort().globalTemplating(true));

    public void start() {
        server.start();
        server.stubFor(post(urlPathMatching(".*/Messages.json")).atPriority(10).willReturn(taken()));
    }

    public void stop() {
        server.stop();
    }

    public String baseUrl() {
        return server.baseUrl();
    }

    /** Each number is one test's own. */
    public void unavailableTwice(String phone) {
        server.stubFor(post(MESSAGES)
                .withFormParam("To", equalTo(phone))
                .inScenario(phone)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("failed once"));
        server.stubFor(post(MESSAGES)
                .withFormParam("To", equalTo(phone))
                .inScenario(phone)
                .whenScenarioStateIs("failed once")
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("failed twice"));
    }

    public void refuses(String phone, int code) {
        server.stubFor(post(MESSAGES)
                .withFormParam("To", equalTo(phone))
                .willReturn(jsonResponse("{\"status\":400,\"code\":" + code + ",\"message\":\"no\"}", 400)));
    }

    /** Takes the message, yet answers too late. */
    public void hangs(String phone, int millis) {
        server.stubFor(post(MESSAGES).withFormParam("To", equalTo(phone)).willReturn(taken().withFixedDelay(millis)));
    }

    public void away(String phone) {
        server.stubFor(post(MESSAGES)
                .withFormParam("To", equalTo(phone))
                .willReturn(aResponse().withStatus(503)));
    }

    public void back(String phone) {
        server.stubFor(post(MESSAGES).withFormParam("To", equalTo(phone)).willReturn(taken()));
    }

    /** Lists the messages when asked for the third time. */
    public void cannotBeAskedTwice(String phone, Map<String, String> bodyBySid) {
        lists(phone, bodyBySid);
        failsToList(phone, Scenario.STARTED, "failed once");
        failsToList(phone, "failed once", "failed twice");
    }

    private void failsToList(String phone, String when, String then) {
        server.stubFor(get(urlPathEqualTo(MESSAGES))
                .withQueryParam("To", equalTo(phone))
                .inScenario("list " + phone)
                .whenScenarioStateIs(when)
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo(then));
    }

    /** Lists nothing, and that too late. */
    public void hangsWhenAsked(String phone, int millis) {
        server.stubFor(get(urlPathEqualTo(MESSAGES))
                .withQueryParam("To", equalTo(phone))
                .willReturn(jsonResponse("{\"messages\":[]}", 200).withFixedDelay(millis)));
    }

    /** What it answers when asked for the messages to a number. */
    public void lists(String phone, Map<String, String> bodyBySid) {
        List<Map<String, String>> messages = bodyBySid.entrySet().stream()
                .map(message -> Map.of("sid", message.getKey(), "body", message.getValue()))
                .toList();
        server.stubFor(get(urlPathEqualTo(MESSAGES))
                .withQueryParam("To", equalTo(phone))
                .willReturn(jsonResponse(JSON.writeValueAsString(Map.of("messages", messages)), 200)));
    }

    /** The texts it was asked to send there, oldest first. */
    public List<String> textsTo(String phone) {
        return server.findAll(postRequestedFor(urlPathEqualTo(MESSAGES)).withFormParam("To", equalTo(phone))).stream()
                .map(request -> request.formParameter("Body").firstValue())
                .toList();
    }

    /** Where the last text to this number is to be reported on. */
    public String statusAddressOf(String phone) {
        return server.findAll(postRequestedFor(urlPathEqualTo(MESSAGES)).withFormParam("To", equalTo(phone)))
                .getLast()
                .formParameter("StatusCallback")
                .firstValue();
    }

    private static ResponseDefinitionBuilder taken() {
        return aResponse()
                .withStatus(201)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"sid\":\"SM{{randomValue length=32 type='HEXADECIMAL'}}\",\"status\":\"queued\"}");
    }
}
