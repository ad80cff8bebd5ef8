package dev.unknot.notification.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.message.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnderstandingTest {
    @ParameterizedTest
    @ValueSource(strings = {"C", "YES", "hello", "START", "HELP", "Arrêt"})
    void theGatewaysStopIsAStopWhateverTheWords(String body) {
        assertThat(understood(body, GatewayVerdict.STOP)).isEqualTo(new Understanding(Answer.STOP, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "STOP", "hello", "HELP"})
    void theGatewaysStartIsAStartWhateverTheWords(String body) {
        assertThat(understood(body, GatewayVerdict.START)).isEqualTo(new Understanding(Answer.START, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "INFO", "C", "STOP"})
    void theGatewaysHelpIsHelpAndHasBeenAnswered(String body) {
        assertThat(understood(body, GatewayVerdict.HELP)).isEqualTo(new Understanding(Answer.HELP, true));
    }

    @Test
    void aYesThatTheGatewayTakesForStartAnswersTheQuestionOfWhoGetsSmsAnyway() {
        ReceivedSms yes = sms("YES", GatewayVerdict.START);

        assertThat(Understanding.of(yes, true, false)).isEqualTo(new Understanding(Answer.CONFIRM, true));
        assertThat(Understanding.of(yes, true, true)).isEqualTo(new Understanding(Answer.START, true));
        assertThat(Understanding.of(yes, false, false)).isEqualTo(new Understanding(Answer.START, true));
    }

    @Test
    void fineIsAYesToAQuestionAndElseNothingToKnow() {
        assertThat(Understanding.of(sms("ok", null), true, false)).isEqualTo(new Understanding(Answer.CONFIRM, false));
        assertThat(Understanding.of(sms("ok", null), false, false).answer()).isNull();
    }

    @Test
    void anOptOutInWordsNoGatewayKnowsIsOursToAnswer() {
        assertThat(understood("bitte keine SMS mehr", null)).isEqualTo(new Understanding(Answer.STOP, false));
        assertThat(understood("Cancel", null)).isEqualTo(new Understanding(Answer.STOP, true));
    }

    private static Understanding understood(String body, @Nullable GatewayVerdict verdict) {
        return Understanding.of(sms(body, verdict), true, false);
    }

    private static ReceivedSms sms(String body, @Nullable GatewayVerdict verdict) {
        return new ReceivedSms("SM1", "+4915112345678", "+15005550006", body, verdict);
    }
}
