package dev.unknot.platform.web;

import dev.unknot.platform.test.Tokens;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Trusts the test tokens' key, which is published on a port known only at run time. */
class TestIssuer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().containsProperty("unknot.security.jwks-uri")) {
            TestPropertyValues.of("unknot.security.jwks-uri=" + Tokens.jwksUri())
                    .applyTo(context);
        }
    }
}
