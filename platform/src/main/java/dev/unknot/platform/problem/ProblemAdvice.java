package dev.unknot.platform.problem;

import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Answers every refusal and every failure in one shape; never with the text of an exception. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ApplicationEventPublisher publisher;

    ProblemAdvice(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    @ExceptionHandler(Rejection.class)
    @Nullable
    ResponseEntity<Object> refused(Rejection rejection, WebRequest request) {
        return answer(rejection, Problem.of(rejection), new HttpHeaders(), request);
    }

    @ExceptionHandler(ConstraintViolationException.class)
    @Nullable
    ResponseEntity<Object> violated(ConstraintViolationException failure, WebRequest request) {
        return answer(failure, ValidationFaults.of(failure.getConstraintViolations()), new HttpHeaders(), request);
    }

    @ExceptionHandler(OptimisticLockingFailureException.class)
    @Nullable
    ResponseEntity<Object> overtaken(OptimisticLockingFailureException failure, WebRequest request) {
        return answer(failure, Problem.VERSION_MISMATCH, new HttpHeaders(), request);
    }

    /** It lost against others as often as it is tried. */
    @ExceptionHandler(PessimisticLockingFailureException.class)
    @Nullable
    ResponseEntity<Object> crossed(PessimisticLockingFailureException failure, WebRequest request) {
        return answer(failure, Problem.BUSY, new HttpHeaders(), request);
    }

    /** Left to the security chain, which knows whether a token would help. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void notAllowed(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> failed(Exception failure, WebRequest request) {
        return answer(failure, unknown(failure), new HttpHeaders(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(failure, problem(failure, status), headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception failure, Problem problem, HttpHeaders headers, WebRequest request) {
        var all = new HttpHeaders(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 503) {
            all.set(HttpHeaders.RETRY_AFTER, "2");
        }
        if (problem.status() == AccessRefused.STATUS && request instanceof ServletWebRequest web) {
            publisher.publishEvent(AccessRefused.of(web.getRequest(), problem));
        }
        return super.handleExceptionInternal(
                failure, problem.detail(), all, HttpStatusCode.valueOf(problem.status()), request);
    }

    private static Problem problem(Exception failure, HttpStatusCode status) {
        return switch (failure) {
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentNotValidException invalid -> ValidationFaults.of(invalid.getBindingResult());
            case HandlerMethodValidationException invalid
            when !invalid.isForReturnValue() -> ValidationFaults.of(invalid);
            case MissingServletRequestParameterException missing ->
                parameter("missing-parameter", "The parameter", missing.getParameterName(), "is missing");
            case MissingRequestHeaderException missing ->
                parameter("missing-parameter", "The header", missing.getHeaderName(), "is missing");
            case MethodArgumentTypeMismatchException mismatch ->
                parameter(
                        "invalid-parameter",
                        "The parameter",
                        mismatch.getName(),
                        mismatch.getValue() instanceof String text && Unkeepable.isIn(text)
                                ? Unkeepable.EXPECTATION
                                : JsonFaults.expectation(mismatch.getRequiredType()));
            case HttpRequestMethodNotSupportedException method ->
                new Problem(405, "method-not-allowed", "This address does not take " + method.getMethod() + ".");
            case HttpMediaTypeNotSupportedException media ->
                new Problem(415, "unsupported-media-type", "The body has a type that is not taken here.");
            case HttpMediaTypeNotAcceptableException media ->
                new Problem(406, "not-acceptable", "This cannot be answered in the type asked for.");
            case MaxUploadSizeExceededException upload -> Problem.PAYLOAD_TOO_LARGE;
            case AsyncRequestTimeoutException timeout -> Problem.TEMPORARILY_UNAVAILABLE;
            default -> byStatus(failure, status.value());
        };
    }

    private static Problem byStatus(Exception failure, int status) {
        return switch (status) {
            case 404 -> Problem.NOT_FOUND;
            case 413 -> Problem.PAYLOAD_TOO_LARGE;
            case 503 -> Problem.TEMPORARILY_UNAVAILABLE;
            default ->
                status >= 500
                        ? unknown(failure)
                        : new Problem(status, "invalid-request", "The request cannot be understood.");
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return Problem.PAYLOAD_TOO_LARGE;
            }
        }
        return failure.getCause() instanceof JacksonException json
                ? JsonFaults.of(json)
                : new Problem(400, "malformed-json", "The request needs a JSON body.");
    }

    private static Problem parameter(String code, String kind, String name, String expectation) {
        return new Problem(
                400, code, kind + " " + name + " " + expectation + ".", List.of(new Fault(name, code, expectation)));
    }

    private static Problem unknown(Exception failure) {
        if (Outage.isBehind(failure)) {
            log.warn("answered 503: {}", failure.getClass().getName());
            return Problem.TEMPORARILY_UNAVAILABLE;
        }
        if (failure instanceof DataAccessException && Unkeepable.isBehind(failure)) {
            // A bug could hide here: the checks before the database should have found it.
            log.warn("answered 400:\n{}", Diagnosis.of(failure));
            return Problem.UNKEEPABLE;
        }
        log.error("answered 500:\n{}", Diagnosis.of(failure));
        return Problem.INTERNAL_ERROR;
    }
}
