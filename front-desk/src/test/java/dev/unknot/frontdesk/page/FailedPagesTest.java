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
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** What fails behind the controllers or in front of them: people are told in words, and the log in one line. */
@FrontDeskTest
@Import(FailedPagesTest.Switch.class)
@ExtendWith(OutputCaptureExtension.class)
class FailedPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    BrokenPage broken;

    @Autowired
    ITemplateEngine engine;

    @AfterEach
    void allIsWellAgain() {
        ((Switched) database).away = false;
        broken.is = false;
    }

    /** A session is looked up in front of everything else; where the database does not answer, that passes by itself. */
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

    @Test
    void aTemplateThatFailsIsOneLineInTheLogWithItsPlaceAndNothingOfWhatItShowed(CapturedOutput output) {
        Visitor dario = Visitor.signedIn(port, Staff.DARIO);
        broken.is = true;
        ((SpringTemplateEngine) engine).clearTemplateCache();

        Answer page = dario.get("/password");

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.text()).contains("<title>").doesNotContain("Exception");
        assertThat(output.toString()
                        .lines()
                        .filter(line -> line.contains("thymeleaf") || line.contains("GET /password")))
                .singleElement()
                .asString()
                .contains("GET /password failed in template account/password, line 2: ")
                .contains("SpelEvaluationException");
        assertThat(output).doesNotContain("\tat org.thymeleaf").doesNotContain("a quiet room");
    }

    @TestConfiguration
    static class Switch {

        @Bean
        static BrokenPage brokenPage() {
            return new BrokenPage();
        }

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

    /** In place of one page, a template that asks for what there is not. */
    static final class BrokenPage extends StringTemplateResolver {

        volatile boolean is;

        BrokenPage() {
            setOrder(0);
        }

        @Override
        protected @Nullable ITemplateResource computeTemplateResource(
                IEngineConfiguration engine,
                @Nullable String owner,
                String template,
                @Nullable Map<String, Object> attributes) {
            return is && template.equals("account/password")
                    ? new StringTemplateResource("<p>New password</p>\n<p th:text=\"${'a quiet room'.nothing}\"></p>")
                    : null;
        }
    }
}
