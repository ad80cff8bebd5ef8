package dev.unknot.notification.delivery;

/** A gateway did not answer a question; its message is a code and names no one. */
public class GatewayUnavailable extends RuntimeException {
    public GatewayUnavailable(String code) {
        super(code);
    }
}
