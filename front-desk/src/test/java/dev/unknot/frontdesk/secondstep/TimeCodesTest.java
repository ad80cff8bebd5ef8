package dev.unknot.frontdesk.secondstep;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {

    /** Of RFC 6238, Appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theyAreThoseOfTheStandard(long at, String code) {
        assertThat(TimeCodes.step(SECRET, code, Instant.ofEpochSecond(at), 0)).hasValue(at / 30);
    }

    @Test
    void aCodeCountsHalfAMinuteEarlyOrLateAndNotTwice() {
        assertThat(TimeCodes.step(SECRET, "287082", Instant.ofEpochSecond(89), 0))
                .as("the step after")
                .hasValue(1);
        assertThat(TimeCodes.step(SECRET, "287082", Instant.ofEpochSecond(29), 0))
                .as("the step before")
                .hasValue(1);
        assertThat(TimeCodes.step(SECRET, "287082", Instant.ofEpochSecond(90), 0))
                .as("two steps after")
                .isEmpty();
        assertThat(TimeCodes.step(SECRET, "287082", Instant.ofEpochSecond(59), 1))
                .as("again")
                .isEmpty();
        assertThat(TimeCodes.step(SECRET, "", Instant.ofEpochSecond(59), 0)).isEmpty();
    }
}
