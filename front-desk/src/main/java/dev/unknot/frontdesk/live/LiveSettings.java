package dev.unknot.frontdesk.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages are kept up to date.
 *
 * @param heartbeat after this long without news a comment is sent, so that nobody between takes the stream for dead
 * @param lifetime after this long a browser has to come again, and with it its session
 * @param viewers how many browsers are kept up to date at once by one instance
 * @param viewersOfAnAccount how many of these one account may have; a desk's account may be signed in at several machines
 */
@ConfigurationProperties("unknot.live")
record LiveSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("15m") Duration lifetime,
        @DefaultValue("2000") int viewers,
        @DefaultValue("30") int viewersOfAnAccount) {}
