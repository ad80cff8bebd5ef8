package dev.unknot.frontdesk.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/** Sessions lie in the database, so that any instance knows them; Flyway makes the tables. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = SessionKeeping.IDLE_SECONDS)
class SessionKeeping {

    static final int IDLE_SECONDS = 8 * 60 * 60;

    /** In front of the other, by whose own type it is asked for. */
    @Bean
    @Primary
    SessionRepository<? extends Session> restingSessions(JdbcIndexedSessionRepository kept) {
        return new RestingSessions<>(kept);
    }
}
