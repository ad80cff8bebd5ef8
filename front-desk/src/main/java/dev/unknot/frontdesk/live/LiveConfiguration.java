package dev.unknot.frontdesk.live;

import dev.unknot.platform.event.Follower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps open pages up to date for as long as the service runs. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    Follower changeFollower(ChangeReading reading) {
        return new Follower("live-changes", "open pages hear of no changes", reading::follow);
    }
}
