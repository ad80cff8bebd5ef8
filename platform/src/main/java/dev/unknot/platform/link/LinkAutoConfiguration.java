package dev.unknot.platform.link;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Signed links, for services that are given keys. */
@AutoConfiguration
@ConditionalOnProperty("unknot.links.keys")
@EnableConfigurationProperties(LinkSettings.class)
public class LinkAutoConfiguration {

    @Bean
    SignedLinks signedLinks(LinkSettings settings) {
        return new SignedLinks(settings.parsed());
    }
}
