package dev.unknot.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

@ExtendWith(OutputCaptureExtension.class)
class FailureLogTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/clients/Anna Vogel");

    @Test
    void aFailureWithManyCausesIsNotedOnceAndBrieflyAndPassedOn(CapturedOutput output) {
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/clients/{name}");

        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> filter((asked, answer) -> {
                    throw new ServletException("Anna Vogel", wrapped(8, new IllegalStateException("Anna Vogel")));
                }));

        assertThat(output.toString())
                .containsOnlyOnce("GET /clients/{name} failed")
                .contains("java.lang.IllegalStateException")
                .doesNotContain("Anna Vogel");
        assertThat(output.toString().lines()).hasSizeLessThan(70);
    }

    @Test
    void whoeverStoppedListeningIsNoFailure(CapturedOutput output) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> filter((asked, answer) -> {
                    throw new IOException("Broken pipe");
                }));

        assertThat(output.toString()).doesNotContain("failed");
    }

    @Test
    void whatCannotBeWrittenForAnotherReasonIsAFailure(CapturedOutput output) {
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/clients/{name}");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> filter((asked, answer) -> {
                    throw new IOException("Anna Vogel cannot be rendered");
                }));

        assertThat(output.toString())
                .containsOnlyOnce("GET /clients/{name} failed")
                .doesNotContain("Anna Vogel");
    }

    private void filter(FilterChain chain) throws ServletException, IOException {
        new FailureLog().doFilter(request, new MockHttpServletResponse(), chain);
    }

    private static Throwable wrapped(int times, Throwable cause) {
        return times == 0 ? cause : new RuntimeException("Anna Vogel", wrapped(times - 1, cause));
    }
}
