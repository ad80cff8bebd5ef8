package dev.unknot.platform.idempotency;

import dev.unknot.platform.event.ActorSource;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.transaction.Attempts;
import dev.unknot.platform.web.ETags;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs creates in a transaction of their own, and each at most once under the caller's {@link IdempotencyKey}. */
public final class IdempotentCreates {

    /** Says that an answer was given before: {@code true}. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private final Attempts attempts;
    private final StoredAnswers answers;
    private final ActorSource actors;
    private final CanonicalJson canonical;
    private final JsonMapper json;

    IdempotentCreates(Attempts attempts, StoredAnswers answers, ActorSource actors, JsonMapper json) {
        this.attempts = attempts;
        this.answers = answers;
        this.actors = actors;
        this.canonical = new CanonicalJson(json);
        // What an older version of this service stored is read even where its fields have changed.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /**
     * Answers 201 with {@code Location} and {@code ETag} of what {@code effect} created, or with a known key the answer of
     * the first time. The effect may be evaluated several times and is committed at most once. Failures are not kept: the
     * same key may try again.
     *
     * @param request the parsed body; another one under the same key is refused with 422
     */
    public <T> ResponseEntity<T> once(
            @Nullable IdempotencyKey key, Object request, Class<T> bodyType, Supplier<Created<T>> effect) {
        if (key == null) {
            return answer(attempts.run(effect));
        }
        var place = new StoredAnswers.Place(actors.current(), path(), key.value());
        byte[] hash = Sha256.of(canonical.bytes(request));
        return attempts.run(() -> {
            answers.lock(place);
            return answers.find(place)
                    .map(stored -> replay(stored, hash, bodyType))
                    .orElseGet(() -> {
                        Created<T> created = effect.get();
                        answers.keep(place, stored(hash, created));
                        return answer(created);
                    });
        });
    }

    private <T> StoredAnswer stored(byte[] hash, Created<T> created) {
        return new StoredAnswer(
                hash,
                201,
                created.location().toString(),
                ETags.of(created.version()),
                json.writeValueAsString(created.body()));
    }

    private <T> ResponseEntity<T> replay(StoredAnswer stored, byte[] hash, Class<T> bodyType) {
        if (!stored.answers(hash)) {
            throw Rejection.invalid(
                    "idempotency-key-reused",
                    "This idempotency key was used for another request; a new request needs a new key.",
                    IdempotencyKey.HEADER);
        }
        return ResponseEntity.status(stored.status())
                .location(URI.create(stored.location()))
                .eTag(stored.etag())
                .header(REPLAYED, "true")
                .body(json.readValue(stored.body(), bodyType));
    }

    private static <T> ResponseEntity<T> answer(Created<T> created) {
        return ResponseEntity.created(created.location())
                .eTag(ETags.of(created.version()))
                .body(created.body());
    }

    private static String path() {
        return String.valueOf(
                ServletUriComponentsBuilder.fromCurrentRequest().build().getPath());
    }
}
