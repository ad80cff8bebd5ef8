package dev.unknot.notification.delivery;

import java.util.List;
import java.util.function.Predicate;

/** The way out for SMS. */
public interface SmsGateway {
    /**
     * @param to E.164
     * @param handover asked right before the request is sent
     */
    Delivery send(String to, String body, Handover handover);

    /**
     * The gateway's ids of what it took over lately for this number with such a body, newest first.
     *
     * @throws GatewayUnavailable when it cannot be asked now
     */
    List<String> find(String to, Predicate<String> body);
}
