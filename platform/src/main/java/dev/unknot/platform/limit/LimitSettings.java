package dev.unknot.platform.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a caller may ask of this instance.
 *
 * @param programs requests of one integration
 */
@ConfigurationProperties("unknot.limits")
record LimitSettings(Rate programs) {}
