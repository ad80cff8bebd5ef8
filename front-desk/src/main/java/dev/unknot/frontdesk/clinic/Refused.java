package dev.unknot.frontdesk.clinic;

import dev.unknot.platform.problem.Problem;
import dev.unknot.platform.problem.TellsProblem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A service's refusal, to be shown in its words. Codes are listed in docs/refusals.md; {@link #status} is the HTTP status. */
public final class Refused extends RuntimeException implements TellsProblem {

    private static final long serialVersionUID = 1L;

    /** One of the things that stand in the way. */
    public record Reason(String code, String sentence) {}

    private final String code;
    private final @Nullable String field;
    private final int status;
    private final transient JsonNode problem;

    /** @param field the first field at fault; null: it is about the whole */
    public Refused(String code, String sentence, @Nullable String field, int status) {
        this(code, sentence, field, status, MissingNode.getInstance());
    }

    Refused(String code, String sentence, @Nullable String field, int status, JsonNode problem) {
        // An answer and not a fault of the program: a stack trace would say nothing.
        super(sentence, null, false, false);
        this.code = code;
        this.field = field;
        this.status = status;
        this.problem = problem;
    }

    /** What cannot be answered now and may be in a moment: the service is down, slow, or not ready. */
    static Refused outOfReach() {
        return new Refused(
                "temporarily-unavailable", "This cannot be answered right now; try again shortly.", null, 503);
    }

    @Override
    public Problem problem() {
        return new Problem(status, code, sentence());
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public @Nullable String field() {
        return field;
    }

    public int status() {
        return status;
    }

    /** There is no such thing, or it is not the caller's. */
    public boolean isNotFound() {
        return status == 404;
    }

    /** A member of the problem beside those that all have; missing where it has no such. */
    public JsonNode told(String member) {
        return problem.path(member);
    }

    /** All that stands in the way, the first first. What is wrong with the fields of a request is told in no sentences. */
    public List<Reason> reasons() {
        Reason first = new Reason(code, sentence());
        List<Reason> told = problem.path("errors")
                .valueStream()
                .map(each -> new Reason(
                        each.path("code").asString(""), each.path("message").asString("")))
                .toList();
        return told.contains(first)
                ? Stream.concat(Stream.of(first), told.stream()).distinct().toList()
                : List.of(first);
    }

    /** What stands in the way, each thing said once. */
    public List<String> sentences() {
        return reasons().stream().map(Reason::sentence).distinct().toList();
    }

    public boolean is(String... codes) {
        return List.of(codes).contains(code);
    }
}
