package dev.unknot.platform.idempotency;

import dev.unknot.platform.dryrun.DryRunnable;
import dev.unknot.platform.problem.Rejection;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Writes a receipt each time it is asked to, and keeps its words if it is asked with a key. */
@EnableAutoConfiguration
@RestController
class ReceiptService {

    record CreateReceipt(@NotBlank String payer, Set<String> marks) {}

    record Receipt(UUID id, String payer) {}

    private final JdbcClient database;
    private final IdempotentCreates creates;

    ReceiptService(JdbcClient database, IdempotentCreates creates) {
        this.database = database;
        this.creates = creates;
    }

    @DryRunnable
    @PostMapping("/receipts")
    ResponseEntity<Receipt> create(@Nullable IdempotencyKey key, @RequestBody CreateReceipt request) {
        return creates.once(key, request, Receipt.class, () -> write(request));
    }

    /** Says that it may be tried, and commits by itself. */
    @DryRunnable
    @Transactional
    @PostMapping("/hasty")
    public Receipt hasty(@RequestBody CreateReceipt request) {
        return write(request).body();
    }

    @PostMapping("/duplicates")
    ResponseEntity<Receipt> duplicate(@Nullable IdempotencyKey key, @RequestBody CreateReceipt request) {
        return creates.once(key, request, Receipt.class, () -> write(request));
    }

    private Created<Receipt> write(CreateReceipt request) {
        var receipt = new Receipt(UUID.randomUUID(), request.payer());
        database.sql("INSERT INTO receipts (id, payer) VALUES (:id, :payer)")
                .param("id", receipt.id())
                .param("payer", receipt.payer())
                .update();
        if (request.marks().contains("refuse")) {
            throw Rejection.conflict("refused", "This receipt is refused after it was written.");
        }
        return new Created<>(URI.create("/receipts/" + receipt.id()), 1, receipt);
    }
}
