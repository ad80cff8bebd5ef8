package dev.unknot.platform.security;

/** Who acts, as events and the audit trail name it. */
public final class Actors {

    private final String service;

    Actors(String application) {
        this.service = "service:" + application;
    }

    /** {@code role:subject} of the request this thread answers, else {@code service:} and the application's name. */
    public String current() {
        return Caller.current().map(Caller::actor).orElse(service);
    }
}
