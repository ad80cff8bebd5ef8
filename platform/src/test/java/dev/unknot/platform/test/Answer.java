package dev.unknot.platform.test;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a service answered. */
public record Answer(int status, HttpHeaders headers, String text) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The first value of a header. */
    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The ETag, as If-Match takes it; fails if there is none. */
    public String etag() {
        return headers.firstValue("ETag").orElseThrow(() -> new AssertionError("no ETag in " + this));
    }

    /** The last segment of Location: the id of what was created. */
    public String createdId() {
        String location =
                headers.firstValue("Location").orElseThrow(() -> new AssertionError("no Location in " + this));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** A missing node when there is no body or it is not JSON. */
    public JsonNode body() {
        try {
            return text.isBlank() ? MissingNode.getInstance() : Http.JSON.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    public <T> T body(Class<T> type) {
        return Http.JSON.readValue(text, type);
    }

    /** The stable code of a problem, empty when the answer is none. */
    public String code() {
        return body().path("code").asString("");
    }

    @Override
    public String toString() {
        return status + " " + text;
    }
}
