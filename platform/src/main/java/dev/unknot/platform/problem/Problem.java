package dev.unknot.platform.problem;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * The one body of every refusal and failure (RFC 9457), with a stable code and the fields at fault.
 *
 * @param sentence plain, and safe to show to the caller
 * @param more further members, by name
 */
public record Problem(int status, String code, String sentence, List<Fault> errors, Map<String, Object> more) {

    /** A member of what passes by itself: seconds after which to try again, as the header of that name says too. */
    static final String RETRY_AFTER = "retryAfter";

    private static final int SOON = 2;

    static final Problem UNREADABLE_HEADER =
            new Problem(400, "invalid-request", "A header has characters that are not taken here.");
    static final Problem UNKEEPABLE = new Problem(400, "invalid-request", "A value is outside what can be kept.");
    public static final Problem UNAUTHENTICATED =
            new Problem(401, "unauthenticated", "This needs a valid access token.");
    public static final Problem FORBIDDEN = new Problem(403, "forbidden", "You may not do this.");
    public static final Problem NOT_FOUND = new Problem(404, "not-found", "There is nothing at this address.");
    public static final Problem UNREADABLE_PARAMETERS = new Problem(
            400, "invalid-parameter", "A parameter of the address, or a field of the form, cannot be read.");
    public static final Problem REQUEST_TIMEOUT =
            new Problem(408, "request-timeout", "The request did not come to its end in time; send it again.");
    public static final Problem BUSY =
            new Problem(409, "busy", "Others are changing the same things just now; try again.");
    public static final Problem VERSION_MISMATCH = new Problem(
            412, "version-mismatch", "Someone else has changed this in the meantime; read it again and repeat.");
    public static final Problem PAYLOAD_TOO_LARGE =
            new Problem(413, "payload-too-large", "The request is larger than 256 KiB.");
    public static final Problem UNSUPPORTED_MEDIA_TYPE =
            new Problem(415, "unsupported-media-type", "The body has a type that is not taken here.");
    public static final Problem INTERNAL_ERROR =
            new Problem(500, "internal-error", "Something went wrong on our side.");
    public static final Problem OVERLOADED =
            new Problem(503, "overloaded", "Too much is asked of us at once; try again in a moment.");
    public static final Problem TEMPORARILY_UNAVAILABLE =
            new Problem(503, "temporarily-unavailable", "This cannot be answered right now; try again shortly.");

    public Problem {
        errors = List.copyOf(errors);
        more = Map.copyOf(more);
    }

    public Problem(int status, String code, String sentence, List<Fault> errors) {
        this(status, code, sentence, errors, Map.of());
    }

    public Problem(int status, String code, String sentence) {
        this(status, code, sentence, List.of());
    }

    /** That go with it, whatever its form: what passes by itself says after how many seconds to try again (RFC 9110). */
    public HttpHeaders headers() {
        var headers = new HttpHeaders();
        Object after = more.getOrDefault(RETRY_AFTER, status == 503 ? SOON : null);
        if (after != null) {
            headers.set(HttpHeaders.RETRY_AFTER, after.toString());
        }
        return headers;
    }

    static Problem of(Rejection rejection) {
        return new Problem(
                rejection.status(), rejection.code(), rejection.sentence(), rejection.errors(), rejection.more());
    }

    ProblemDetail detail() {
        var detail = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), sentence);
        detail.setProperty("code", code);
        detail.setProperty("errors", errors);
        more.forEach(detail::setProperty);
        return detail;
    }
}
