package dev.unknot.therapist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.access.Role;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

// At midnight everything would be announced, and noted, once more.
@ServiceTest(properties = "unknot.horizon.look-every=PT1H")
class AuditTrailTest {

    private static final String TRAIL = "/api/v1/audit";

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    @Test
    void aChangeIsNotedWithWhoMadeIt() {
        String location =
                as(Role.MANAGER, "max").post(Clinic.LOCATIONS, Clinic.berlin()).createdId();

        assertThat(words("?subject=" + location))
                .containsExactly("manager:max CHANGED dev.unknot.location.snapshot.v1 null");
    }

    @Test
    void beingRefusedWhatIsNotTheirsIsNoted() {
        int before = words("?actor=front-desk:fay").size();

        Answer refused = as(Role.FRONT_DESK, "fay").post(Clinic.LOCATIONS, Clinic.berlin());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(before).isZero();
        assertThat(words("?actor=front-desk:fay"))
                .containsExactly("front-desk:fay REFUSED POST /api/v1/locations role-not-allowed");
    }

    @Test
    void badInputIsNotNoted() {
        as(Role.OWNER, "otto").post(Clinic.LOCATIONS, "{");

        assertThat(words("?actor=owner:otto")).isEmpty();
    }

    @Test
    void itIsReadPageByPageLatestFirstAndByOwnersOnly() {
        Http mia = as(Role.MANAGER, "mia");
        List<String> made = List.of(
                mia.post(Clinic.LOCATIONS, Clinic.berlin()).createdId(),
                mia.post(Clinic.LOCATIONS, Clinic.newYork()).createdId());

        Answer first = owner().get(TRAIL + "?actor=manager:mia&limit=1");
        Answer second = owner().get(TRAIL + "?actor=manager:mia&limit=1&cursor="
                + first.body().path("nextCursor").asString());

        assertThat(first.body().at("/items/0/subject").asString()).isEqualTo(made.getLast());
        assertThat(second.body().at("/items/0/subject").asString()).isEqualTo(made.getFirst());
        assertThat(second.body().path("nextCursor").isNull()).isTrue();
        assertThat(mia.get(TRAIL).status()).isEqualTo(403);
        assertThat(owner().get(TRAIL + "?limit=0").status()).isEqualTo(400);
    }

    @Test
    void nobodyRewritesIt() {
        as(Role.OWNER, "olga").post(Clinic.LOCATIONS, Clinic.berlin());

        assertThatThrownBy(() -> database.sql("DELETE FROM audit_trail").update())
                .hasMessageContaining("only added to");
        assertThatThrownBy(() ->
                        database.sql("UPDATE audit_trail SET actor = 'nobody'").update())
                .hasMessageContaining("only added to");
        assertThatThrownBy(() -> database.sql("TRUNCATE audit_trail").update()).hasMessageContaining("only added to");
    }

    private List<String> words(String query) {
        return owner().get(TRAIL + query)
                .body()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("actor").asString() + " "
                        + entry.path("outcome").asString() + " "
                        + entry.path("what").asString() + " "
                        + entry.path("cause").asString("null"))
                .toList();
    }

    private Http owner() {
        return Http.at(port).as(Tokens.owner());
    }

    private Http as(Role role, String subject) {
        return Http.at(port).as(Tokens.of(role, subject));
    }
}
