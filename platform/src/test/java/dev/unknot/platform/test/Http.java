package dev.unknot.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A caller of one service. Headers stay with it: {@code Http.at(port).as(token).with("If-Match", etag).post(path, body)}.
 * Any status is an {@link Answer}; only a service out of reach is an exception.
 */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final Map<String, String> headers;

    private Http(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public static Http at(int port) {
        return at(URI.create("http://localhost:" + port));
    }

    public static Http at(URI base) {
        return new Http(base, Map.of());
    }

    public Http as(String bearerToken) {
        return with("Authorization", "Bearer " + bearerToken);
    }

    /** The same caller with one header more, or another value of it. */
    public Http with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Http(base, more);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** @param body sent as it is if it is a String, else as JSON */
    public Answer post(String path, Object body, String... headerPairs) {
        return withPairs(headerPairs).send("POST", path, body);
    }

    public Answer put(String path, Object body, String... headerPairs) {
        return withPairs(headerPairs).send("PUT", path, body);
    }

    public Answer delete(String path, String... headerPairs) {
        return withPairs(headerPairs).send("DELETE", path, null);
    }

    private Http withPairs(String... pairs) {
        Http http = this;
        for (int i = 0; i < pairs.length; i += 2) {
            http = http.with(pairs[i], pairs[i + 1]);
        }
        return http;
    }

    private Answer send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT).method(method, publisher(body));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            Answer answer = Answer.of(response);
            DescribedAnswers.check(method, path, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + base + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher publisher(@Nullable Object body) {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }
}
