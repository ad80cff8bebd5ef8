package dev.unknot.frontdesk.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LookalikeTest {

    @Test
    void whatANewerServiceAddsIsLeftOut() {
        var candidates = JsonMapper.shared().readTree("""
                [{"id": "0197a000-0000-7000-8000-000000000001", "name": "Anna", "email": null, "phone": "+493012345",
                  "alike": ["BIRTHDAY", "PHONE"], "born": "1990-01-01"},
                 {"id": "0197a000-0000-7000-8000-000000000002", "name": "Anne", "alike": ["BIRTHDAY"]}]
                """);

        assertThat(Lookalike.of(candidates))
                .extracting(Lookalike::because, Lookalike::contact)
                .containsExactly(tuple("same phone", "+493012345"), tuple("much in common", ""));
    }
}
