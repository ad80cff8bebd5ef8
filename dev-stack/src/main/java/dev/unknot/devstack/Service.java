package dev.unknot.devstack;

/** The services, in the order in which they are started one after another. */
public enum Service {
    FRONT_DESK("front-desk", "front_desk"),
    THERAPIST("therapist-service", "therapist"),
    BOOKING("booking-service", "booking"),
    NOTIFICATION("notification-service", "notification");

    private final String module;
    private final String database;

    Service(String module, String database) {
        this.module = module;
        this.database = database;
    }

    /** The Maven module, which is also the name of its process and its log. */
    public String module() {
        return module;
    }

    public String database() {
        return database;
    }
}
