package dev.unknot.platform.idempotency;

import dev.unknot.platform.digest.Sha256;
import dev.unknot.platform.event.ActorSource;
import dev.unknot.platform.idempotency.StoredAnswers.Place;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.transaction.Attempts;
import java.util.Optional;
import java.util.UUID;
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
        return kept(key, request, bodyType, () -> Done.created(effect.get()));
    }

    /** As {@link #once}, for what creates nothing and is answered with 200. */
    public <T> ResponseEntity<T> changed(
            @Nullable IdempotencyKey key, Object request, Class<T> bodyType, Supplier<T> effect) {
        return kept(key, request, bodyType, () -> Done.changed(effect.get()));
    }

    /**
     * As {@link #changed}, for {@code work} that has transactions of its own. Its answer is kept when all is done: sent
     * twice at the same moment, or again after a crash, it is done again, and so it must be such that a second time changes
     * nothing.
     */
    public <T> ResponseEntity<T> afterwards(
            @Nullable IdempotencyKey key, Object request, Class<T> bodyType, Supplier<T> work) {
        if (key == null) {
            return Done.changed(work.get()).answer();
        }
        Place place = place(key);
        byte[] hash = Sha256.of(canonical.bytes(request));
        Optional<ResponseEntity<T>> before =
                attempts.run(() -> answers.find(place).map(stored -> replay(stored, hash, bodyType)));
        return before.orElseGet(() -> {
            T done = work.get();
            return kept(key, request, bodyType, () -> Done.changed(done));
        });
    }

    /** Forgets all answers that name {@code subject}, so that nothing of an erased one is told again. */
    public void forget(UUID subject) {
        answers.forget(subject);
    }

    private <T> ResponseEntity<T> kept(
            @Nullable IdempotencyKey key, Object request, Class<T> bodyType, Supplier<Done<T>> effect) {
        if (key == null) {
            return attempts.run(effect).answer();
        }
        Place place = place(key);
        byte[] hash = Sha256.of(canonical.bytes(request));
        return attempts.run(() -> {
            answers.lock(place);
            return answers.find(place)
                    .map(stored -> replay(stored, hash, bodyType))
                    .orElseGet(() -> {
                        Done<T> done = effect.get();
                        answers.keep(place, done.kept(hash, json::writeValueAsString));
                        return done.answer();
                    });
        });
    }

    private <T> ResponseEntity<T> replay(StoredAnswer stored, byte[] hash, Class<T> bodyType) {
        if (!stored.answers(hash)) {
            throw Rejection.invalid(
                    "idempotency-key-reused",
                    "This idempotency key was used for another request; a new request needs a new key.",
                    IdempotencyKey.HEADER);
        }
        T body = json.readValue(stored.body(), bodyType);
        return new Done<>(stored.status(), stored.location(), stored.etag(), body).again();
    }

    private Place place(IdempotencyKey key) {
        return new Place(actors.current(), path(), key.value());
    }

    private static String path() {
        return String.valueOf(
                ServletUriComponentsBuilder.fromCurrentRequest().build().getPath());
    }
}
