package dev.unknot.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a {@link Problem} from outside the controllers: from filters and the security chain. */
public final class ProblemWriter {

    private static final String PASSED = "dev.unknot.problem";

    private final JsonMapper json;
    private final ApplicationEventPublisher publisher;

    ProblemWriter(JsonMapper json, ApplicationEventPublisher publisher) {
        this.json = json;
        this.publisher = publisher;
    }

    /** Has {@code problem} told by the container's error page, in the form that who asks can read. */
    public static void pass(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        note(problem, request);
        response.sendError(problem.status());
    }

    /** For whoever answers {@code request}. */
    static void note(Problem problem, HttpServletRequest request) {
        request.setAttribute(PASSED, problem);
    }

    /** What was noted of it, if anything. */
    public static Optional<Problem> passed(HttpServletRequest request) {
        return request.getAttribute(PASSED) instanceof Problem problem ? Optional.of(problem) : Optional.empty();
    }

    /** Does nothing when the answer is already under way. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (problem.status() == AccessRefused.STATUS) {
            publisher.publishEvent(AccessRefused.of(request, problem));
        }
        var detail = problem.detail();
        detail.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(problem.status());
        problem.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(detail));
    }
}
