package dev.unknot.frontdesk.visit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How clients' pages behave.
 *
 * @param badLinks links that open nothing, from one address, before it is shut out for the rest of the window
 * @param badLinksWindow what they are counted over
 * @param contact how to reach the chain, shown where a link opens nothing and so names no clinic; null: not said
 */
@ConfigurationProperties("unknot.visits")
record VisitSettings(
        @DefaultValue("30") int badLinks,
        @DefaultValue("10m") Duration badLinksWindow,
        @Nullable String contact) {}
