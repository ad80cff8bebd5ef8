package dev.unknot.platform.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the servlet container sends what failed outside the controllers. */
@Hidden
@Controller
class ErrorPage implements ErrorController {

    private final ProblemWriter writer;

    ErrorPage(ProblemWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(ProblemWriter.passed(request).orElseGet(() -> problem(request)), request, response);
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && Outage.isBehind(failure)) {
            return Problem.TEMPORARILY_UNAVAILABLE;
        }
        return switch (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)) {
            case null -> Problem.NOT_FOUND;
            case Integer status when status == 401 -> Problem.UNAUTHENTICATED;
            case Integer status when status == 403 -> Problem.FORBIDDEN;
            case Integer status when status == 404 -> Problem.NOT_FOUND;
            case Integer status when status == 413 -> Problem.PAYLOAD_TOO_LARGE;
            case Integer status
            when status >= 400 && status < 500 ->
                new Problem(status, "invalid-request", "The request cannot be understood.");
            default -> Problem.INTERNAL_ERROR;
        };
    }
}
