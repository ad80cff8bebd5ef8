package dev.unknot.devstack;

import dev.unknot.platform.test.Ports;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who listens where, all on loopback. */
public final class PortPlan {

    /** Whatever listens. */
    public enum Listener {
        FRONT_DESK(0),
        BOOKING(1),
        THERAPIST(2),
        NOTIFICATION(3),
        PHONE(10),
        POSTGRES(20),
        KAFKA(21),
        KAFKA_CONTROLLER(22),
        SMTP(23);

        private final int distance;

        Listener(int distance) {
            this.distance = distance;
        }

        static Listener of(Service service) {
            return switch (service) {
                case FRONT_DESK -> FRONT_DESK;
                case BOOKING -> BOOKING;
                case THERAPIST -> THERAPIST;
                case NOTIFICATION -> NOTIFICATION;
            };
        }

        /** The environment variable that moves this listener alone. */
        String variable() {
            return "UNKNOT_" + name() + "_PORT";
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final String BASE_VARIABLE = "UNKNOT_PORT_BASE";

    private static final int USUAL_BASE = 8080;

    private final Map<Listener, Integer> ports;

    private PortPlan(Map<Listener, Integer> ports) {
        this.ports = ports;
    }

    /** The usual ports from {@code UNKNOT_PORT_BASE} (8080) on, or where a variable of its own puts a listener. */
    public static PortPlan of(Map<String, String> environment) {
        int base = Integer.parseInt(environment.getOrDefault(BASE_VARIABLE, "" + USUAL_BASE));
        Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            String own = environment.get(listener.variable());
            ports.put(listener, own == null ? base + listener.distance : Integer.parseInt(own));
        }
        return new PortPlan(ports);
    }

    public static PortPlan free() {
        Set<Integer> found = new TreeSet<>();
        while (found.size() < Listener.values().length) {
            found.add(Ports.free());
        }
        Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        Arrays.stream(Listener.values())
                .forEach(listener -> ports.put(listener, ((TreeSet<Integer>) found).removeFirst()));
        return new PortPlan(ports);
    }

    public int of(Listener listener) {
        return ports.getOrDefault(listener, 0);
    }

    public int of(Service service) {
        return of(Listener.of(service));
    }

    /** Those another process has, in order. */
    Map<Listener, Integer> taken() {
        Map<Listener, Integer> taken = new LinkedHashMap<>();
        ports.forEach((listener, port) -> {
            if (!Ports.isFree(port)) {
                taken.put(listener, port);
            }
        });
        return taken;
    }
}
