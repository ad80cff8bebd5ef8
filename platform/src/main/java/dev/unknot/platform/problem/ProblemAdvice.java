package dev.unknot.platform.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every refusal and every failure in one shape; never with the text of an exception. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private final ApplicationEventPublisher publisher;

    ProblemAdvice(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    /** Left to the security chain, which knows whether a token would help. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void notAllowed(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> failed(Exception failure, WebRequest request) {
        return answer(failure, new HttpHeaders(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(failure, headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(Exception failure, HttpHeaders headers, WebRequest request) {
        if (failure instanceof Rejection refused) {
            refused.notes().forEach(publisher::publishEvent);
        }
        Problem problem = Failures.problem(failure);
        var all = new HttpHeaders(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        all.putAll(problem.headers());
        if (problem.status() == AccessRefused.STATUS && request instanceof ServletWebRequest web) {
            publisher.publishEvent(AccessRefused.of(web.getRequest(), problem));
        }
        return super.handleExceptionInternal(
                failure, problem.detail(), all, HttpStatusCode.valueOf(problem.status()), request);
    }
}
