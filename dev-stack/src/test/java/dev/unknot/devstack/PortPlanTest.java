package dev.unknot.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.devstack.PortPlan.Listener;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void theUsualPortsAreThoseOfTheDesign() {
        PortPlan usual = PortPlan.of(Map.of());

        assertThat(usual.of(Service.FRONT_DESK)).isEqualTo(8080);
        assertThat(usual.of(Service.BOOKING)).isEqualTo(8081);
        assertThat(usual.of(Service.THERAPIST)).isEqualTo(8082);
        assertThat(usual.of(Service.NOTIFICATION)).isEqualTo(8083);
        assertThat(usual.of(Listener.PHONE)).isEqualTo(8090);
    }

    @Test
    void aBaseMovesAllAndAVariableOne() {
        PortPlan moved = PortPlan.of(Map.of("UNKNOT_PORT_BASE", "9000", "UNKNOT_BOOKING_PORT", "7777"));

        assertThat(moved.of(Service.FRONT_DESK)).isEqualTo(9000);
        assertThat(moved.of(Service.BOOKING)).isEqualTo(7777);
    }

    @Test
    void freePortsDiffer() {
        PortPlan free = PortPlan.free();

        assertThat(Arrays.stream(Listener.values()).map(free::of)).doesNotHaveDuplicates();
    }

    @Test
    void aPortSomeoneElseListensOnIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortPlan plan =
                    PortPlan.of(Map.of("UNKNOT_PORT_BASE", "20100", "UNKNOT_SMTP_PORT", "" + other.getLocalPort()));

            assertThat(plan.taken()).containsEntry(Listener.SMTP, other.getLocalPort());
        }
    }
}
