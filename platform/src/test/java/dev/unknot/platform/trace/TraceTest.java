package dev.unknot.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TraceTest {

    private static final String CALLERS = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @AfterEach
    void leaveNoTrace() {
        Trace.end();
    }

    @Test
    void aValidTraceIsContinuedAndLogged() {
        Trace.begin(CALLERS);

        assertThat(Trace.current()).isEqualTo(CALLERS);
        assertThat(MDC.get("trace")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\nforged log line"
            })
    void anAbsentOrMalformedTraceIsReplacedByAFreshOne(String incoming) {
        Trace.begin(incoming);

        assertThat(Trace.current()).isNotEqualTo(incoming).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void nothingIsLeftBehindOnTheThread() {
        Trace.begin(CALLERS);
        Trace.end();

        assertThat(Trace.current()).isNull();
        assertThat(MDC.get("trace")).isNull();
    }
}
