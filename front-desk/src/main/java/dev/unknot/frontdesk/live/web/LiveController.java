package dev.unknot.frontdesk.live.web;

import dev.unknot.common.location.LocationId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.live.Viewers;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class LiveController {

    private final Viewers viewers;

    LiveController(Viewers viewers) {
        this.viewers = viewers;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> watch(@RequestParam UUID location, StaffAccount viewer) {
        LocationId place = new LocationId(location);
        viewer.locations().require(place);
        return viewers.welcome(place)
                .map(stream -> ResponseEntity.ok().body(stream))
                .orElseGet(() -> ResponseEntity.status(503)
                        .header(HttpHeaders.RETRY_AFTER, "5")
                        .build());
    }
}
