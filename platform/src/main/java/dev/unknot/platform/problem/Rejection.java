package dev.unknot.platform.problem;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A request refused for a reason the caller can understand: a stable code and one plain sentence, which is shown as it
 * stands. It knows HTTP statuses as numbers only, so that a pure package may refuse too.
 */
public final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final transient List<Fault> errors;
    private final transient Map<String, Object> more;
    private final transient List<Object> notes;

    private Rejection(int status, String code, String sentence, List<Fault> errors) {
        this(status, code, sentence, errors, Map.of(), List.of());
    }

    private Rejection(
            int status,
            String code,
            String sentence,
            List<Fault> errors,
            Map<String, Object> more,
            List<Object> notes) {
        // A refusal is an answer, not a fault of the program: its stack trace would say nothing and cost much.
        super(sentence, null, false, false);
        this.code = code;
        this.status = status;
        this.errors = List.copyOf(errors);
        this.more = Map.copyOf(more);
        this.notes = List.copyOf(notes);
    }

    /** 400: the request cannot be read. */
    public static Rejection malformed(String code, String sentence) {
        return new Rejection(400, code, sentence, List.of());
    }

    /** 400: the request cannot be read, because of {@code field}. */
    public static Rejection malformed(String code, String sentence, String field) {
        return malformed(code, sentence).at(field);
    }

    /** 403: the caller may not do this. */
    public static Rejection forbidden(String code, String sentence) {
        return new Rejection(403, code, sentence, List.of());
    }

    /** 404: it does not exist, or not for this caller. */
    public static Rejection notFound(String code, String sentence) {
        return new Rejection(404, code, sentence, List.of());
    }

    /** 409: what stands now does not allow it. */
    public static Rejection conflict(String code, String sentence) {
        return new Rejection(409, code, sentence, List.of());
    }

    /** 412: the caller has seen an older version. */
    public static Rejection preconditionFailed(String code, String sentence) {
        return new Rejection(412, code, sentence, List.of());
    }

    /** 422: the request can be read and breaks a rule. */
    public static Rejection invalid(String code, String sentence) {
        return new Rejection(422, code, sentence, List.of());
    }

    /** 422: the request can be read and {@code field} breaks a rule. */
    public static Rejection invalid(String code, String sentence, String field) {
        return invalid(code, sentence).at(field);
    }

    /** 428: the caller does not say which version it has seen. */
    public static Rejection preconditionRequired(String code, String sentence) {
        return new Rejection(428, code, sentence, List.of());
    }

    /**
     * 429: the caller asks for more than their share.
     *
     * @param after when it can be tried again; told in whole seconds, 1 at least
     */
    public static Rejection tooMany(String code, String sentence, Duration after) {
        return new Rejection(429, code, sentence, List.of())
                .telling(Problem.RETRY_AFTER, Math.max(1, after.plusMillis(999).toSeconds()));
    }

    /** The same refusal, which also names {@code field} as at fault. */
    public Rejection at(String field) {
        return with(new Fault(field, code, sentence()));
    }

    /** The same refusal, which also names {@code fault} among what is wrong with the request. */
    public Rejection with(Fault fault) {
        return new Rejection(
                status,
                code,
                sentence(),
                Stream.concat(errors.stream(), Stream.of(fault)).toList(),
                more,
                notes);
    }

    /** The same refusal, with one more member in its problem, beside those that all have. */
    public Rejection telling(String member, Object value) {
        Map<String, Object> all = new HashMap<>(more);
        all.put(member, value);
        return new Rejection(status, code, sentence(), errors, all, notes);
    }

    /**
     * The same refusal, of which {@code events} are published inside the service right before it is told: after the
     * request's transaction, which is rolled back. If that fails, the refusal is not told.
     */
    public Rejection noting(Collection<?> events) {
        return new Rejection(
                status,
                code,
                sentence(),
                errors,
                more,
                Stream.concat(notes.stream(), events.stream()).toList());
    }

    public String code() {
        return code;
    }

    /** HTTP status, 400–499. */
    public int status() {
        return status;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Further members of its problem by name; none, most of the time. */
    Map<String, Object> more() {
        return more;
    }

    /** What is published before it is told; nothing, most of the time. */
    List<Object> notes() {
        return notes;
    }

    /** The fields at fault; empty when it is about the whole. */
    public List<Fault> errors() {
        return errors;
    }
}
