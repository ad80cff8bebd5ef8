package dev.unknot.frontdesk.live.web;

import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.live.Guest;
import dev.unknot.frontdesk.live.Viewers;
import dev.unknot.frontdesk.live.Welcome;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class LiveController {

    private final Viewers viewers;

    LiveController(Viewers viewers) {
        this.viewers = viewers;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> watch(StaffAccount account, HttpSession session) {
        return switch (viewers.welcome(new Guest(session.getId(), account))) {
            case Welcome.In(SseEmitter stream) -> ResponseEntity.ok().body(stream);
            case Welcome.TooManyOfAccount no -> refused(HttpStatus.TOO_MANY_REQUESTS);
            case Welcome.Full no -> refused(HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    private static ResponseEntity<SseEmitter> refused(HttpStatus status) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .build();
    }
}
