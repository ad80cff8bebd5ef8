package dev.unknot.booking.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Anna Berg          | Anna Berg
                    Anna Berg          | berg, ANNA
                    Anna Berg          | Anne Berg
                    Anna Berg          | Anna Brerg
                    Anna Berg          | A. Berg
                    Anna Maria Berg    | Anna Berg
                    Mia Müller         | Mia Mueller
                    Mia Müller         | Mia Muller
                    Anne-Marie Voss    | Annemarie Voss
                    Lena Schneider     | Lena Schnieder
                    Søren Kjær         | Soren Kjaer
                    李 小龍              | 李小龍
                    Bob                | bob
                    """)
    void theyMayBeOne(String one, String other) {
        assertThat(SimilarNames.alike(one, other)).isTrue();
        assertThat(SimilarNames.alike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Anna Berg          | Otto Berg
                    Anna Berg          | Anna
                    Anna Berg          | Anna Lind
                    Anna Berg          | A. B.
                    Jan Berg           | Jon Berg
                    Bob                | Rob
                    Anna Maria Eva Berg| Anna Berg
                    """)
    void theyAreTwo(String one, String other) {
        assertThat(SimilarNames.alike(one, other)).isFalse();
        assertThat(SimilarNames.alike(other, one)).isFalse();
    }
}
