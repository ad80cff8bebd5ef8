package dev.unknot.frontdesk.page;

import dev.unknot.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A refusal or failure as a person sees it: a page, or the part of one that htmx puts in front of it. */
public final class ErrorView {

    /** What a page may load, and from where; nobody puts it into a frame. */
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ErrorView() {}

    public static ModelAndView of(Problem problem, HttpServletRequest request) {
        var view = new ModelAndView(
                Browser.wantsPart(request) ? "page/refusal :: refusal" : "page/error",
                Map.of("code", problem.code(), "sentence", problem.sentence(), "status", problem.status()));
        view.setStatus(HttpStatus.valueOf(problem.status()));
        return view;
    }

    /** For what is known by its HTTP status only. */
    public static Problem byStatus(int status) {
        return switch (status) {
            case 401 -> Problem.UNAUTHENTICATED;
            case 403 -> Problem.FORBIDDEN;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> new Problem(405, "method-not-allowed", "This address cannot be used that way.");
            case 413 -> Problem.PAYLOAD_TOO_LARGE;
            case 503 -> Problem.TEMPORARILY_UNAVAILABLE;
            default ->
                status >= 400 && status < 500
                        ? new Problem(status, "invalid-request", "The request cannot be understood.")
                        : Problem.INTERNAL_ERROR;
        };
    }
}
