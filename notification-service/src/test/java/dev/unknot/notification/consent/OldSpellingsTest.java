package dev.unknot.notification.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.message.Channel;
import dev.unknot.notification.SendingScenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OldSpellingsTest extends SendingScenario {
    @Autowired
    private OldSpellings oldSpellings;

    @Autowired
    private OptOuts optOuts;

    @Test
    void whatAVersionBeforeWroteDownOfAMailboxHoldsForItsOtherSpellings() {
        Person ada = somebody();
        String written = "ada." + ada.id() + "@bücher.example";
        jdbc.sql("INSERT INTO opt_outs (channel, address, since, source) VALUES ('EMAIL', ?, now(), 'LINK')")
                .param(written)
                .update();
        jdbc.sql("INSERT INTO contacts (client_id, name, email, language) VALUES (?, 'Ada', ?, 'en')")
                .params(ada.id().value(), written)
                .update();

        oldSpellings.afterPropertiesSet();

        String key = "ada." + ada.id() + "@xn--bcher-kva.example";
        assertThat(optOuts.covers(Channel.EMAIL, key)).isTrue();
        assertThat(optOuts.covers(Channel.EMAIL, written)).isTrue();
        assertThat(jdbc.sql("SELECT email_key FROM contacts WHERE client_id = ?")
                        .param(ada.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo(key);
    }
}
