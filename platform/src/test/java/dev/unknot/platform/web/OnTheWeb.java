package dev.unknot.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A service with the platform's web half only, no database and no broker, answering over HTTP. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = NoticeService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=notice-service",
            "unknot.development=true",
            "unknot.clock.movable=true",
            "unknot.events.enabled=false",
            "unknot.web.longest-body=3s",
            "unknot.security.issuer=https://front-desk.test",
            "unknot.security.open-paths=/open/**",
            "unknot.security.service-paths=/diaries/*",
            "management.endpoint.health.group.readiness.include=readinessState"
        })
@ContextConfiguration(initializers = TestIssuer.class)
public @interface OnTheWeb {}
