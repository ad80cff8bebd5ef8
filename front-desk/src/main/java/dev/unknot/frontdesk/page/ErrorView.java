package dev.unknot.frontdesk.page;

import dev.unknot.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A refusal or failure as a person sees it: a page, or the part of one that htmx puts in front of it. */
public final class ErrorView {

    /** What a page may load, and from where; nobody puts it into a frame. */
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ErrorView() {}

    public static ModelAndView of(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        problem.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        var view = new ModelAndView(
                Browser.wantsPart(request) ? "page/refusal :: refusal" : "page/error",
                Map.of("code", problem.code(), "sentence", problem.sentence(), "status", problem.status()));
        view.setStatus(HttpStatus.valueOf(problem.status()));
        return view;
    }
}
