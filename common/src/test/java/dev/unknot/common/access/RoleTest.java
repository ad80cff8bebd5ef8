package dev.unknot.common.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void anUnknownRoleIsRefusedWithTheWordsThatWouldBeTaken() {
        assertThat(Role.ofCode("front-desk")).isEqualTo(Role.FRONT_DESK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Role.ofCode("FRONT_DESK"))
                .withMessage("a role is one of owner, manager, front-desk, therapist, client, integration, service,"
                        + " and not 'FRONT_DESK'");
    }
}
