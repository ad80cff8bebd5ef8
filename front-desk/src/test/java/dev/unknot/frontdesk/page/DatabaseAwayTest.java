package dev.unknot.frontdesk.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.Staff;
import dev.unknot.frontdesk.Visitor;
import dev.unknot.platform.test.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A session is looked up in front of everything else; where the database does not answer, that passes by itself and is said so. */
@FrontDeskTest
@Import(DatabaseAwayTest.Switch.class)
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayTest {

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @AfterEach
    void theDatabaseIsBack() {
        ((Switched) database).away = false;
    }

    @Test
    void aPageSaysThatItCannotBeShownRightNow(CapturedOutput output) {
        Visitor dario = Visitor.signedIn(port, Staff.DARIO);
        ((Switched) database).away = true;

        Answer page = dario.get("/password");
        Answer part = dario.asScript().get("/password");

        assertThat(List.of(page, part)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(answer.text()).contains("This cannot be answered right now; try again shortly.");
        });
        assertThat(page.text()).contains("<title>");
        assertThat(output).doesNotContain("of no route failed");
    }

    @TestConfiguration
    static class Switch {

        @Bean
        static BeanPostProcessor switched() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource database ? new Switched(database) : bean;
                }
            };
        }
    }

    /** Answers as the pool does, once it has waited in vain for a connection. */
    static final class Switched extends DelegatingDataSource {

        volatile boolean away;

        Switched(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLTransientConnectionException("no connection came free");
            }
            return super.getConnection();
        }
    }
}
