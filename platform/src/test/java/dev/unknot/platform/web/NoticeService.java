package dev.unknot.platform.web;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.Gender;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A tiny API that fails in every way an API can. */
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            KafkaAutoConfiguration.class
        })
@RestController
class NoticeService {

    record Reader(@NotNull LocationId location, @Nullable Gender gender) {}

    record Notice(
            @NotBlank @Size(max = 20) String title,
            int copies,
            @Nullable Instant from,
            @NotNull @Size(min = 1) List<@NotNull @Valid Reader> readers) {}

    @PostMapping("/notices")
    Notice post(@Valid @RequestBody Notice notice) {
        return notice;
    }

    @GetMapping("/notices/{location}")
    ResponseEntity<Map<String, Object>> read(@PathVariable LocationId location) {
        return ResponseEntity.ok().eTag(ETags.of(3)).body(Map.of("location", location));
    }

    @PutMapping("/notices/{location}")
    Map<String, Object> change(@PathVariable LocationId location, ExpectedVersion expected) {
        expected.require(3);
        return Map.of("location", location, "version", expected.value() + 1);
    }

    @GetMapping("/search")
    Map<String, Object> search(
            @RequestParam Instant from,
            @RequestParam(name = "day", required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "10") @Max(100) int limit,
            @RequestParam(required = false) @Nullable Gender gender,
            @RequestParam(required = false) @Nullable ZoneId zone,
            @RequestParam(required = false) @Nullable String cursor) {
        return Map.of(
                "from",
                from,
                "day",
                String.valueOf(day),
                "limit",
                limit,
                "parts",
                cursor == null ? List.of() : Cursor.decode(cursor, parts -> Long.valueOf(parts.get(1))));
    }

    @GetMapping("/whoami")
    Map<String, Object> whoami(Caller caller) {
        return Map.of("actor", caller.actor(), "all", caller.locations().all());
    }

    @GetMapping("/managers")
    String managers(Caller caller) {
        caller.require(Role.OWNER, Role.MANAGER);
        return "only for managers";
    }

    @GetMapping("/diaries/{location}")
    String diary(Caller caller, @PathVariable LocationId location) {
        caller.locations().require(location);
        return "only for " + location;
    }

    @GetMapping("/open/board")
    String open() {
        return "for everyone";
    }

    @GetMapping("/failures/{kind}")
    String fail(@PathVariable String kind) {
        switch (kind) {
            case "rule" -> throw Rejection.invalid("too-late", "This notice comes too late.", "from");
            case "conflict" -> throw Rejection.conflict("slot-taken", "This slot has just been taken.");
            case "bug" -> throw new IllegalStateException("Mira's phone is +49 30 1234567");
            case "constraint" ->
                throw new DataIntegrityViolationException(
                        "Key (phone)=(+49 30 1234567) exists", new SQLException("twice", "23505"));
            case "value" -> throw new DataIntegrityViolationException("no", new SQLException("no", "22021"));
            case "pool" ->
                throw new CannotCreateTransactionException("no", new SQLTransientConnectionException("timeout"));
            default -> throw Rejection.notFound("unknown-kind", "There is no such failure.");
        }
    }
}
