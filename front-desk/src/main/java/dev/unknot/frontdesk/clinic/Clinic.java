package dev.unknot.frontdesk.clinic;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Which service has what. */
@Configuration(proxyBeanMethods = false)
class Clinic {

    private final HttpServiceProxyFactory booking;
    private final HttpServiceProxyFactory therapist;
    private final HttpServiceProxyFactory notification;

    Clinic(ServiceCalls calls, ServiceSettings settings) {
        this.booking = calls.to(settings.bookingUrl());
        this.therapist = calls.to(settings.therapistUrl());
        this.notification = calls.to(settings.notificationUrl());
    }

    @Bean
    Appointments appointments() {
        return booking.createClient(Appointments.class);
    }

    @Bean
    Slots slots() {
        return booking.createClient(Slots.class);
    }

    @Bean
    Blocks blocks() {
        return booking.createClient(Blocks.class);
    }

    @Bean
    Menus menus() {
        return booking.createClient(Menus.class);
    }

    @Bean
    BookingPolicies bookingPolicies() {
        return booking.createClient(BookingPolicies.class);
    }

    @Bean
    Clients clients() {
        return booking.createClient(Clients.class);
    }

    @Bean
    Treatments treatments() {
        return booking.createClient(Treatments.class);
    }

    @Bean
    Locations locations() {
        return therapist.createClient(Locations.class);
    }

    @Bean
    Therapists therapists() {
        return therapist.createClient(Therapists.class);
    }

    @Bean
    Messages messages() {
        return notification.createClient(Messages.class);
    }

    @Bean
    OptOuts optOuts() {
        return notification.createClient(OptOuts.class);
    }

    @Bean
    Replies replies() {
        return notification.createClient(Replies.class);
    }

    @Bean
    UnreachedClients unreachedClients() {
        return notification.createClient(UnreachedClients.class);
    }
}
