package dev.unknot.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {

    private final CanonicalJson canonical = new CanonicalJson(JsonMapper.shared());

    record Guest(String name) {}

    record GuestOfTheNextVersion(@Nullable String diet, String name) {}

    record Table(List<Guest> guests, Set<Guest> friends) {}

    record TableOfTheNextVersion(List<GuestOfTheNextVersion> guests, Set<GuestOfTheNextVersion> friends) {}

    @Test
    void aFieldNobodyFilledInChangesNothing() {
        var now = new Table(List.of(new Guest("Ana")), Set.of(new Guest("Tom")));
        var next = new TableOfTheNextVersion(
                List.of(new GuestOfTheNextVersion(null, "Ana")), Set.of(new GuestOfTheNextVersion(null, "Tom")));

        assertThat(canonical.bytes(next)).isEqualTo(canonical.bytes(now));
    }

    @Test
    void aFieldFilledInIsAnotherMeaning() {
        assertThat(canonical.bytes(new GuestOfTheNextVersion("vegan", "Ana")))
                .isNotEqualTo(canonical.bytes(new GuestOfTheNextVersion(null, "Ana")));
    }
}
