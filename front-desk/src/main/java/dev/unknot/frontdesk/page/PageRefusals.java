package dev.unknot.frontdesk.page;

import dev.unknot.platform.problem.AccessRefused;
import dev.unknot.platform.problem.Failures;
import dev.unknot.platform.problem.Problem;
import dev.unknot.platform.problem.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Shows people in words what programs get as a problem, in front of the platform's own answers; never the text of an unknown exception. */
@Component
class PageRefusals implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(PageRefusals.class);

    private final ApplicationEventPublisher publisher;

    PageRefusals(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!Browser.reads(request)
                || failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException
                || failure instanceof AsyncRequestNotUsableException) {
            return null;
        }
        Problem problem = problem(failure);
        if (failure instanceof Rejection && problem.status() == Problem.FORBIDDEN.status()) {
            publisher.publishEvent(AccessRefused.of(request, problem));
        }
        return ErrorView.of(problem, request, response);
    }

    private static Problem problem(Exception failure) {
        return switch (failure) {
            case RestClientException unread -> {
                log.warn("answered 503 with a page: {}", failure.getClass().getName());
                yield Problem.TEMPORARILY_UNAVAILABLE;
            }
            default -> FieldWords.in(Failures.problem(failure));
        };
    }
}
