package dev.unknot.notification.message.web;

import dev.unknot.notification.message.Unsubscriptions;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UnsubscriptionController {
    private final Unsubscriptions unsubscriptions;

    UnsubscriptionController(Unsubscriptions unsubscriptions) {
        this.unsubscriptions = unsubscriptions;
    }

    /** For whoever has the link of a mail, whose token is signed: it needs no other. As often as they like. */
    @Operation(operationId = "unsubscribe", summary = "Has whoever holds the signed link of a mail get no more mails")
    @PostMapping("/api/v1/unsubscriptions/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unsubscribe(@PathVariable String token) {
        unsubscriptions.by(token);
    }
}
