package dev.unknot.frontdesk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.json.JsonMapper;

/** The three services as the front desk sees them, saying what a test wants. */
public final class FakeClinic {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Together together = new Together();
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().extensions(together));

    public FakeClinic() {
        server.start();
    }

    public void putInto(DynamicPropertyRegistry settings) {
        for (String service : List.of("booking", "therapist", "notification")) {
            settings.add("unknot.services." + service + "-url", server::baseUrl);
        }
    }

    /** Forgets what it was told and asked; whatever is asked from now on is not found. */
    public void reset() {
        together.wanted = Set.of();
        server.resetAll();
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(refusal(404, "not-found")));
    }

    public void says(String path, Object body) {
        server.stubFor(get(urlPathEqualTo(path)).willReturn(json(body)));
    }

    /** The same to a query with that parameter. */
    public void says(String path, String parameter, String value, Object body) {
        server.stubFor(get(urlPathEqualTo(path))
                .atPriority(1)
                .withQueryParam(parameter, com.github.tomakehurst.wiremock.client.WireMock.equalTo(value))
                .willReturn(json(body)));
    }

    public void takes(String path, Object body) {
        server.stubFor(post(urlPathEqualTo(path)).willReturn(json(body)));
    }

    /** Takes it as long as it is only tried. */
    public void takesTried(String path, Object body) {
        server.stubFor(post(urlPathEqualTo(path))
                .atPriority(1)
                .withQueryParam("dryRun", com.github.tomakehurst.wiremock.client.WireMock.equalTo("true"))
                .willReturn(json(body)));
    }

    public void takesPut(String path, Object body) {
        server.stubFor(put(urlPathEqualTo(path)).willReturn(json(body)));
    }

    public void takesDelete(String path, Object body) {
        server.stubFor(delete(urlPathEqualTo(path)).willReturn(json(body)));
    }

    /** @param field at fault */
    public void refusesPut(String path, int status, String code, String field) {
        server.stubFor(put(urlPathEqualTo(path)).willReturn(refusal(status, code, List.of(Map.of("field", field)))));
    }

    public void deletes(String path) {
        server.stubFor(delete(urlPathEqualTo(path)).willReturn(aResponse().withStatus(204)));
    }

    public void refuses(String path, int status, String code) {
        MappingBuilder change = post(urlPathEqualTo(path));
        server.stubFor(change.willReturn(refusal(status, code)));
    }

    /** Refuses, with one more member in the problem. */
    public void refusesTelling(String path, int status, String code, String member, Object value) {
        server.stubFor(post(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(JSON.writeValueAsString(
                                Map.of("code", code, "detail", "A sentence.", "errors", List.of(), member, value)))));
    }

    /** For several reasons, the first one first. */
    public void refusesForAll(String path, int status, String... codes) {
        List<Map<String, String>> errors = Stream.of(codes)
                .map(code -> Map.of("field", "start", "code", code, "message", "A sentence about " + code + "."))
                .toList();
        server.stubFor(post(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(JSON.writeValueAsString(Map.of(
                                "code", codes[0], "detail", "A sentence about " + codes[0] + ".", "errors", errors)))));
    }

    public void refusesField(String path, String code, String sentence, String field) {
        var fault = Map.of("field", field, "code", code, "message", sentence);
        server.stubFor(post(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withStatus(422)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(JSON.writeValueAsString(
                                Map.of("code", code, "detail", sentence, "errors", List.of(fault))))));
    }

    /** As a service says that a field has not the form that it needs. */
    public void refusesForm(String path, String field, String constraint, String expectation) {
        var fault = Map.of("field", field, "code", constraint, "message", expectation);
        String sentence = "The field " + field + " " + expectation + ".";
        server.stubFor(post(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(JSON.writeValueAsString(
                                Map.of("code", "invalid-request", "detail", sentence, "errors", List.of(fault))))));
    }

    public void refusesToSay(String path, int status, String code) {
        server.stubFor(get(urlPathEqualTo(path)).willReturn(refusal(status, code)));
    }

    /** Refuses only what speaks of {@code word}. */
    public void refusesWith(String word, String path, int status, String code) {
        server.stubFor(post(urlPathEqualTo(path))
                .atPriority(1)
                .withRequestBody(containing(word))
                .willReturn(refusal(status, code)));
    }

    /** No question for one of these paths is answered before all of them have been asked. */
    public void answersOnlyTogether(String... paths) {
        together.all = new CountDownLatch(paths.length);
        together.wanted = ConcurrentHashMap.newKeySet();
        together.wanted.addAll(List.of(paths));
    }

    /** Whether that was so; else each question waited for the answer to another. */
    public boolean answeredTogether() {
        return together.all.getCount() == 0;
    }

    public void isDown() {
        server.stubFor(any(anyUrl()).atPriority(0).willReturn(aResponse().withStatus(503)));
    }

    /** What was asked, in order; of {@code method} and with a path that ends so. */
    public List<LoggedRequest> asked(String method, String ending) {
        return server.findAll(anyRequestedFor(anyUrl())).stream()
                .filter(request -> request.getMethod().value().equals(method))
                .filter(request -> request.getUrl().split("\\?")[0].endsWith(ending))
                .toList();
    }

    /** Everything that was asked and is not a read. */
    public List<LoggedRequest> changes() {
        return server.findAll(anyRequestedFor(anyUrl())).stream()
                .filter(request -> !request.getMethod().value().equals("GET"))
                .toList();
    }

    private static ResponseDefinitionBuilder json(Object body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(JSON.writeValueAsString(body));
    }

    private static ResponseDefinitionBuilder refusal(int status, String code) {
        return refusal(status, code, List.of());
    }

    private static ResponseDefinitionBuilder refusal(int status, String code, List<?> errors) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody(JSON.writeValueAsString(
                        Map.of("code", code, "detail", "A sentence about " + code + ".", "errors", errors)));
    }

    /** Lets an answer wait until all questions are there; where they never are, it is given in the end. */
    private static final class Together implements ServeEventListener {

        private volatile Set<String> wanted = Set.of();
        private volatile CountDownLatch all = new CountDownLatch(0);

        @Override
        public String getName() {
            return "together";
        }

        @Override
        public void beforeResponseSent(ServeEvent event, Parameters parameters) {
            String path = event.getRequest().getUrl().split("\\?")[0];
            if (!wanted.contains(path)) {
                return;
            }
            if (wanted.remove(path)) {
                all.countDown();
            }
            try {
                var met = all.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
