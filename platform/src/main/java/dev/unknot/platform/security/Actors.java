package dev.unknot.platform.security;

import dev.unknot.platform.event.ActorSource;

/** Who acts, as events and the audit trail name it. */
public final class Actors implements ActorSource {

    private final String service;

    Actors(String application) {
        this.service = "service:" + application;
    }

    /** {@code role:subject} of the request this thread answers, else {@code service:} and the application's name. */
    @Override
    public String current() {
        return Caller.current().map(Caller::actor).orElse(service);
    }
}
