package dev.unknot.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

class OwnServicePerClassTest {

    private static final Set<String> DATABASES = new HashSet<>();
    private static final Set<String> PREFIXES = new HashSet<>();

    @Nested
    @ServiceTest(classes = SmallestService.class)
    class One extends Scenario {}

    @Nested
    @ServiceTest(classes = SmallestService.class, properties = "spring.application.name=other")
    @Import(Crashes.class)
    class Other extends Scenario {

        @Test
        void itsDataSourceCanCrash(@Autowired DataSource dataSource) {
            assertThat(dataSource).isInstanceOf(CrashingDataSource.class);
        }

        @Test
        void whatTheTestSaysWins(@Value("${spring.application.name}") String name) {
            assertThat(name).isEqualTo("other");
        }
    }

    @SuppressWarnings("JUnitTestClassName")
    abstract static class Scenario {

        @Test
        void itHasAMigratedDatabaseAndTopicsThatNobodyElseHas(
                @Autowired JdbcClient jdbc, @Value("${unknot.topic-prefix}") String prefix) {
            assertThat(DATABASES.add(jdbc.sql("SELECT current_database()")
                            .query(String.class)
                            .single()))
                    .isTrue();
            assertThat(PREFIXES.add(prefix)).isTrue();
            assertThat(jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single())
                    .isZero();
        }

        @Test
        void itsSessionsThinkInUtcWhileTheJvmDoesNot(@Autowired JdbcClient jdbc) {
            assertThat(jdbc.sql("SHOW timezone").query(String.class).single()).isEqualTo("UTC");
            assertThat(java.time.ZoneId.systemDefault().getId()).isNotEqualTo("UTC");
        }

        @Test
        void itAnswersOverHttp(@LocalServerPort int port) {
            assertThat(Http.at(port)
                            .get("/actuator/health")
                            .body()
                            .path("status")
                            .asString())
                    .isEqualTo("UP");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class SmallestService {}
}
