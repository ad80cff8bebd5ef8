package dev.unknot.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.core.JacksonException;

/**
 * What is told of a call that failed, to a program or on a page. What nobody foresaw goes into the log as a
 * {@link Diagnosis}; what was sent is neither told nor logged.
 */
public final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    public static Problem problem(Exception failure) {
        return switch (failure) {
            case Rejection rejection -> Problem.of(rejection);
            case TellsProblem known -> known.problem();
            case ConstraintViolationException violated -> ValidationFaults.of(violated.getConstraintViolations());
            case OptimisticLockingFailureException overtaken -> Problem.VERSION_MISMATCH;
            // It lost against others as often as it is tried.
            case PessimisticLockingFailureException crossed -> Problem.BUSY;
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentNotValidException invalid -> ValidationFaults.of(invalid.getBindingResult());
            case HandlerMethodValidationException invalid
            when !invalid.isForReturnValue() -> ValidationFaults.of(invalid);
            case MissingServletRequestParameterException missing ->
                parameter("missing-parameter", "The parameter", missing.getParameterName(), "is missing");
            case MissingRequestHeaderException missing ->
                parameter("missing-parameter", "The header", missing.getHeaderName(), "is missing");
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case ConversionNotSupportedException ours -> unknown(ours);
            case TypeMismatchException mismatch -> byStatus(mismatch, 400);
            case HttpRequestMethodNotSupportedException method ->
                new Problem(405, "method-not-allowed", "This address does not take " + method.getMethod() + ".");
            case HttpMediaTypeNotSupportedException media -> Problem.UNSUPPORTED_MEDIA_TYPE;
            case HttpMediaTypeNotAcceptableException media ->
                new Problem(406, "not-acceptable", "This cannot be answered in the type asked for.");
            case MaxUploadSizeExceededException upload -> Problem.PAYLOAD_TOO_LARGE;
            // Of a value that is read late; what is refused at once has its own way.
            case RequestRejectedException header -> Problem.UNREADABLE_HEADER;
            case AsyncRequestTimeoutException timeout -> Problem.TEMPORARILY_UNAVAILABLE;
            default ->
                failure instanceof ErrorResponse known
                        ? byStatus(failure, known.getStatusCode().value())
                        : unknown(failure);
        };
    }

    /** Of a request that failed outside the controllers, as the container's error page finds it. */
    public static Problem ofFailed(HttpServletRequest request) {
        return ProblemWriter.passed(request)
                .orElseGet(() -> request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                        ? byStatus(status)
                        : Problem.NOT_FOUND);
    }

    private static Problem byStatus(int status) {
        return switch (status) {
            case 401 -> Problem.UNAUTHENTICATED;
            case 403 -> Problem.FORBIDDEN;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> new Problem(405, "method-not-allowed", "This address cannot be used that way.");
            case 408 -> Problem.REQUEST_TIMEOUT;
            case 413 -> Problem.PAYLOAD_TOO_LARGE;
            case 503 -> Problem.TEMPORARILY_UNAVAILABLE;
            default ->
                status >= 400 && status < 500
                        ? new Problem(status, "invalid-request", "The request cannot be understood.")
                        : Problem.INTERNAL_ERROR;
        };
    }

    private static Problem byStatus(Exception failure, int status) {
        return switch (status) {
            case 404 -> Problem.NOT_FOUND;
            case 408 -> Problem.REQUEST_TIMEOUT;
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

    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        String name = mismatch.getName();
        Class<?> type = mismatch.getRequiredType();
        String expectation = JsonFaults.expectation(mismatch.getValue(), type);
        boolean keepable = !(mismatch.getValue() instanceof String text && Unkeepable.isIn(text));
        if (type == null || !type.isEnum() || !keepable) {
            return parameter("invalid-parameter", "The parameter", name, expectation);
        }
        // The names it may have are for programs; the sentence is also read by people.
        return new Problem(
                400,
                "invalid-parameter",
                "The parameter " + name + " has a value that is not known here.",
                List.of(new Fault(name, "invalid-parameter", expectation)));
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
