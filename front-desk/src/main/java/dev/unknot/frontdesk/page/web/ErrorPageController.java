package dev.unknot.frontdesk.page.web;

import dev.unknot.frontdesk.page.Browser;
import dev.unknot.frontdesk.page.ErrorView;
import dev.unknot.platform.problem.Failures;
import dev.unknot.platform.problem.Problem;
import dev.unknot.platform.problem.ProblemWriter;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the servlet container sends what failed outside the controllers; in words for people, as a problem for programs. */
@Hidden
@Controller
class ErrorPageController implements ErrorController {

    private static final String CONTENT = "Content-Security-Policy";

    private final ProblemWriter problems;

    ErrorPageController(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    @Nullable
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Failures.ofFailed(request);
        if (Browser.reads(request)) {
            // What is refused in front of the security chain has not passed where it is set.
            if (!response.containsHeader(CONTENT)) {
                response.setHeader(CONTENT, ErrorView.POLICY);
            }
            return ErrorView.of(problem, request, response);
        }
        problems.write(problem, request, response);
        return null;
    }
}
