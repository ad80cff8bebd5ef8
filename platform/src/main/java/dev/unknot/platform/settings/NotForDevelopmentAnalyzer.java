package dev.unknot.platform.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it as Spring Boot says other faults of settings, without a stack trace. */
final class NotForDevelopmentAnalyzer extends AbstractFailureAnalyzer<NotForDevelopment> {

    @Override
    protected FailureAnalysis analyze(Throwable start, NotForDevelopment refused) {
        return new FailureAnalysis(
                refused.getMessage(),
                "Set each secret to one that nobody knows; make one with: openssl rand -base64 32. Leave out what is for"
                        + " development only. On a developer's own machine set UNKNOT_DEVELOPMENT=true"
                        + " (unknot.development) instead.",
                refused);
    }
}
