package dev.unknot.frontdesk.proxy;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stands in front of this service.
 *
 * @param trusted addresses and networks of the operator's own proxies, such as {@code 10.1.2.3} or {@code 10.1.0.0/16}. Nobody
 *     else is believed about who calls. A service that refuses to start names an entry that is neither.
 */
@ConfigurationProperties("unknot.proxies")
record ProxySettings(@DefaultValue List<String> trusted) {}
