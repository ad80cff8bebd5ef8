package dev.unknot.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.access.Role;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CostlyWorkTest {

    private static final Executor EACH_BY_ITSELF = task -> Thread.ofVirtual().start(task);

    private final CostlyWork work = new CostlyWork("test", 4, Duration.ofMillis(1));
    private final CountDownLatch begun = new CountDownLatch(4);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void letAllEnd() {
        end.countDown();
        work.close();
    }

    @Test
    void runsOnAThreadOfTheSystemsAndReturnsWhatItFinds() {
        assertThat(work.run(caller("mira"), () -> Thread.currentThread().isVirtual()))
                .isFalse();
    }

    @Test
    void oneCallerHasHalfOfThePlaces() throws Exception {
        begin("mira");
        begin("mira");

        assertThatThrownBy(() -> work.run(caller("mira"), () -> "a third"))
                .isInstanceOfSatisfying(Rejection.class, refused -> {
                    assertThat(refused.status()).isEqualTo(429);
                    assertThat(refused.code()).isEqualTo("too-many-at-once");
                });
        assertThat(work.run(caller("ada"), () -> "another's")).isEqualTo("another's");
    }

    @Test
    void allTogetherHaveNoMoreThanThePlaces() throws Exception {
        begin("mira");
        begin("mira");
        begin("ada");
        begin("ada");
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

        assertThatThrownBy(() -> work.run(caller("grace"), () -> "a fifth"))
                .isInstanceOfSatisfying(
                        Overloaded.class,
                        refused -> assertThat(refused.problem().headers().getFirst("Retry-After"))
                                .isEqualTo("2"));
    }

    @Test
    void aPlaceIsFreeAgainWhateverBecameOfTheWork() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> work.run(caller("mira"), () -> {
                        throw new IllegalStateException("it failed");
                    }))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("it failed");
        }
        assertThat(work.run(caller("mira"), () -> "found")).isEqualTo("found");
    }

    /** Returns once it runs. */
    private void begin(String name) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        var unused = CompletableFuture.runAsync(
                () -> work.run(caller(name), () -> {
                    running.countDown();
                    begun.countDown();
                    awaitEnd();
                    return name;
                }),
                EACH_BY_ITSELF);
        assertThat(running.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Caller caller(String name) {
        return new Caller(name, Role.FRONT_DESK, LocationScope.of(Set.of()), null);
    }
}
