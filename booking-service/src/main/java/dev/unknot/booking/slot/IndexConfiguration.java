package dev.unknot.booking.slot;

import dev.unknot.booking.availability.Availability;
import dev.unknot.platform.event.Events;
import dev.unknot.platform.event.Follower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one index of this instance, which follower, search and bookings share. */
@Configuration(proxyBeanMethods = false)
class IndexConfiguration {

    @Bean
    Availability availability(TravelSettings settings) {
        return new Availability(settings.travel());
    }

    @Bean
    IndexEvents indexEvents(Availability availability, Events events) {
        return new IndexEvents(availability, events);
    }

    @Bean
    Follower indexFollower(IndexReading reading) {
        return new Follower("availability-index", "the index of availability is not being updated", reading::follow);
    }
}
