package dev.unknot.platform.idempotency;

import dev.unknot.platform.web.ETags;
import java.net.URI;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/**
 * A success, as it is answered and kept.
 *
 * @param location empty, as is the etag, where nothing was created
 */
record Done<T>(int status, String location, String etag, T body) {

    static <T> Done<T> created(Created<T> created) {
        return new Done<>(201, created.location().toString(), ETags.of(created.version()), created.body());
    }

    static <T> Done<T> changed(T body) {
        return new Done<>(200, "", "", body);
    }

    StoredAnswer kept(byte[] requestHash, Function<T, String> json) {
        return new StoredAnswer(requestHash, status, location, etag, json.apply(body));
    }

    ResponseEntity<T> answer() {
        return with(ResponseEntity.status(status));
    }

    ResponseEntity<T> again() {
        return with(ResponseEntity.status(status).header(IdempotentCreates.REPLAYED, "true"));
    }

    private ResponseEntity<T> with(ResponseEntity.BodyBuilder answer) {
        return location.isEmpty()
                ? answer.body(body)
                : answer.location(URI.create(location)).eTag(etag).body(body);
    }
}
