package dev.unknot.frontdesk.live.web;

import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.live.Viewers;
import org.springframework.http.HttpHeaders;
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
    ResponseEntity<SseEmitter> watch(StaffAccount viewer) {
        return viewers.welcome(viewer::sees)
                .map(stream -> ResponseEntity.ok().body(stream))
                .orElseGet(() -> ResponseEntity.status(503)
                        .header(HttpHeaders.RETRY_AFTER, "5")
                        .build());
    }
}
