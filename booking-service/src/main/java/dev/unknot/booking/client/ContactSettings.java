package dev.unknot.booking.client;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What clients may be reached by.
 *
 * @param smtputf8 true if the mail server of notification-service offers SMTPUTF8 (RFC 6531), so that addresses may have
 *     letters outside ASCII before the {@code @}. This service cannot ask it; without the setting such an address is
 *     refused at the desk, where somebody can still ask for another
 */
@ConfigurationProperties("unknot.contacts")
record ContactSettings(@DefaultValue("false") boolean smtputf8) {}
