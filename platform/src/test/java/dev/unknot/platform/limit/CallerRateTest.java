package dev.unknot.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.access.Role;
import dev.unknot.platform.problem.Failures;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.LocationScope;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerRateTest {

    private final CallerRate rate = new CallerRate(new Rate(3, 1), "too-many-look-ups", "Wait a moment.");

    @Test
    void countsEachCallerByThemselvesAndSaysWhenToAskAgain() {
        for (int i = 0; i < 3; i++) {
            rate.count(caller("mira"));
        }

        assertThatThrownBy(() -> rate.count(caller("mira"))).isInstanceOfSatisfying(Rejection.class, refused -> {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("too-many-look-ups");
            String after = Failures.problem(refused).headers().getFirst("Retry-After");
            assertThat(Integer.parseInt("" + after)).isBetween(30, 60);
        });
        rate.count(caller("ada"));
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> new Rate(0, 1)).hasMessageContaining("burst of 0");
        assertThatThrownBy(() -> new Rate(1, 0)).hasMessageContaining("0 a minute");
    }

    private static Caller caller(String name) {
        return new Caller(name, Role.FRONT_DESK, LocationScope.of(Set.of()), null);
    }
}
