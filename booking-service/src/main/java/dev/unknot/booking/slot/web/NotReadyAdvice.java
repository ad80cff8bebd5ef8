package dev.unknot.booking.slot.web;

import dev.unknot.booking.availability.NotReady;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * For searches and bookings alike. Not a refusal like others: it is the service's fault and passes by itself. The order
 * puts it before the advice that answers whatever nobody else does.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotReadyAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notReady(NotReady notReady) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "" + notReady.getMessage());
        problem.setProperty("code", "not-ready");
        problem.setProperty("errors", List.of());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
