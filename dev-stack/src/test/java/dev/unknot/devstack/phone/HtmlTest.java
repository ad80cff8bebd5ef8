package dev.unknot.devstack.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void markupInAMessageStaysWords() {
        assertThat(Html.escape("<script>alert('1 & \"2\"')</script>"))
                .isEqualTo("&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;");
    }

    @Test
    void anAddressBecomesALinkWithoutTheFullStopBehindIt() {
        assertThat(Html.linked("See https://unknot.example/v/a?b=1&c=2."))
                .isEqualTo("See <a href=\"https://unknot.example/v/a?b=1&amp;c=2\" target=\"_blank\""
                        + " rel=\"noreferrer\">https://unknot.example/v/a?b=1&amp;c=2</a>.");
    }

    @Test
    void anAddressCannotBreakOutOfItsLink() {
        assertThat(Html.linked("http://x/\" onclick=\"y")).doesNotContain("\" onclick");
    }

    @Test
    void unescapingUndoesEscaping() {
        String text = "<a href=\"x\">&amp; 'y'</a>";

        assertThat(Html.unescape(Html.escape(text))).isEqualTo(text);
    }
}
