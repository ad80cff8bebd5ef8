package dev.unknot.frontdesk.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.1.0.0/16", "2001:db8:1::1"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            192.0.2.7                   | 192.0.2.7
            192.0.2.7:5678              | 192.0.2.7
            [2001:db8::1]:443           | 2001:db8:0:0:0:0:0:1
            [2001:db8::1]               | 2001:db8:0:0:0:0:0:1
            2001:db8::1                 | 2001:db8:0:0:0:0:0:1
            ::ffff:192.0.2.7            | 192.0.2.7
            192.0.2.7, 10.1.2.3         | 192.0.2.7
            192.0.2.7,2001:db8:1::1     | 192.0.2.7
            198.51.100.1, 192.0.2.7     | 192.0.2.7
            10.1.9.9, 192.0.2.7         | 192.0.2.7
            10.1.9.9                    | 10.1.9.9
            """)
    void whoCallsIsTheLastWhoIsNoProxyOfOurs(String noted, String caller) {
        assertThat(caller(noted)).isEqualTo(caller);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "",
                " ",
                ",",
                "evil.example.com",
                "1",
                "1.2",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "cafe",
                "::g",
                "[1.2.3.4]",
                "1.2.3.4:",
                "1.2.3.4:a",
                "[2001:db8::1",
                "_hidden",
                "1.2.3.4 5.6.7.8",
                "192.0.2.7, unknown"
            })
    void whatIsNoAddressIsNotBelieved(String noted) {
        assertThat(caller(noted)).isEqualTo("10.1.0.1");
    }

    @Test
    void aStrangerIsNotBelievedWhateverNetworkHeIsOf() {
        for (String stranger : List.of("10.2.0.1", "192.168.0.1", "127.0.0.1", "203.0.113.5", "2001:db8:1::2")) {
            InetAddress peer = InetAddress.ofLiteral(stranger);
            assertThat(proxies.caller(peer, List.of("192.0.2.7"))).isEqualTo(peer);
        }
    }

    @Test
    void headersAreReadInTheirOrder() {
        assertThat(proxies.caller(InetAddress.ofLiteral("10.1.0.1"), List.of("192.0.2.7", "10.1.2.3"))
                        .getHostAddress())
                .isEqualTo("192.0.2.7");
    }

    @Test
    void aNetworkThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new TrustedProxies(List.of("proxy.example.com")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String caller(String noted) {
        return proxies.caller(InetAddress.ofLiteral("10.1.0.1"), List.of(noted)).getHostAddress();
    }
}
