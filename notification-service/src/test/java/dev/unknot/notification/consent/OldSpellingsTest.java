package dev.unknot.notification.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.message.Channel;
import dev.unknot.notification.SendingScenario;
import java.util.List;
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

    @Test
    void ofTwoSpellingsThatWereWrittenDownOneIsLeftAndDoingItAgainChangesNothing() {
        String name = "zoe\u0301." + somebody().id();
        String key = "zo\u00e9." + name.substring(name.indexOf('.') + 1) + "@xn--bcher-kva.example";
        for (String written : List.of(name + "@bücher.example", name + "@xn--bcher-kva.example", key)) {
            jdbc.sql("INSERT INTO opt_outs (channel, address, since, source) VALUES ('EMAIL', ?, now(), 'LINK')")
                    .param(written)
                    .update();
            jdbc.sql("INSERT INTO dead_addresses (channel, address, since, code) VALUES ('EMAIL', ?, now(), '5.1.1')")
                    .param(written)
                    .update();
        }

        oldSpellings.afterPropertiesSet();
        oldSpellings.afterPropertiesSet();

        for (String table : List.of("opt_outs", "dead_addresses")) {
            assertThat(jdbc.sql("SELECT address FROM " + table + " WHERE address LIKE ?")
                            .param("zo%" + name.substring(name.indexOf('.')) + "%")
                            .query(String.class)
                            .list())
                    .as(table)
                    .containsExactly(key);
        }
    }

    @Test
    void anAddressThatIsNoneStaysAsItWasWritten() {
        Person ada = somebody();
        String written = "ada " + ada.id() + "@bücher";
        jdbc.sql("INSERT INTO opt_outs (channel, address, since, source) VALUES ('EMAIL', ?, now(), 'LINK')")
                .param(written)
                .update();
        jdbc.sql("INSERT INTO contacts (client_id, name, email, language) VALUES (?, 'Ada', ?, 'en')")
                .params(ada.id().value(), written)
                .update();

        oldSpellings.afterPropertiesSet();

        assertThat(optOuts.covers(Channel.EMAIL, written)).isTrue();
    }
}
