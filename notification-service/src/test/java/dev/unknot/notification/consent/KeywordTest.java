package dev.unknot.notification.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "STOP!!",
                "stop all",
                "StopAll",
                "Unsubscribe",
                "cancel",
                "END",
                "quit",
                "opt-out",
                "OPT OUT",
                "revoke",
                "\"stop\"\n"
            })
    void thisIsAWishToOptOut(String body) {
        assertThat(Keyword.in(body)).contains(Keyword.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "START.", " Unstop "})
    void thisIsAWishToOptInAgain(String body) {
        assertThat(Keyword.in(body)).contains(Keyword.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "YES", "C", "stop by at 10?", "please cancel my visit", "restart", "", "👍"})
    void thisIsNoKeyword(String body) {
        assertThat(Keyword.in(body)).isEmpty();
    }

    @Test
    void helpIsAnswered() {
        assertThat(Keyword.in("Help?")).contains(Keyword.HELP);
    }
}
