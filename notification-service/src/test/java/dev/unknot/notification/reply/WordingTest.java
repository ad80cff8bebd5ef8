package dev.unknot.notification.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.message.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "C",
                "c",
                " C. ",
                "Confirm",
                "confirmed!",
                "YES",
                "y",
                "Ja",
                "J",
                "bestätigt",
                "besta\u0308tigt",
                "Bestätigen"
            })
    void thisSaysTheyWillCome(String body) {
        assertThat(Wording.meaning(body)).isEqualTo(Answer.CONFIRM);
    }

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
                "Stopp!",
                "Abmelden",
                "\"stop\"\n"
            })
    void thisIsAWishToOptOut(String body) {
        assertThat(Wording.meaning(body)).isEqualTo(Answer.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "START.", " Unstop "})
    void thisIsAWishToOptInAgain(String body) {
        assertThat(Wording.meaning(body)).isEqualTo(Answer.START);
    }

    @Test
    void helpIsAskedForInOneWord() {
        assertThat(Wording.meaning("Help?")).isEqualTo(Answer.HELP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes but half an hour later",
                "no",
                "nein",
                "ok",
                "stop by at 10?",
                "please cancel my visit",
                "restart",
                "",
                "👍"
            })
    void thisIsForAPersonToRead(String body) {
        assertThat(Wording.meaning(body)).isEqualTo(Answer.UNCLEAR);
    }
}
