package dev.unknot.frontdesk.clinic;

import static java.util.stream.Collectors.toMap;

import dev.unknot.frontdesk.account.StaffNames;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Who did something, as the desk calls them. */
@Component
public class Who {

    private final StaffNames staff;

    Who(StaffNames staff) {
        this.staff = staff;
    }

    /** @param actors {@code role:subject}, or {@code service:name}, as events name them */
    public Map<String, String> words(Collection<String> actors) {
        Map<String, String> names = staff.of(actors.stream().map(Who::subject).toList());
        return actors.stream().distinct().collect(toMap(Function.identity(), actor -> word(actor, names)));
    }

    private static String word(String actor, Map<String, String> names) {
        String role = actor.split(":", 2)[0];
        return switch (role) {
            // Their subject is the visit whose link they have.
            case "client" -> "the client";
            case "front-desk" -> names.getOrDefault(subject(actor), "the front desk");
            case "owner" -> names.getOrDefault(subject(actor), "an owner");
            case "manager", "therapist" -> names.getOrDefault(subject(actor), "a " + role);
            case "integration" -> "a connected program";
            default -> "Unknot";
        };
    }

    private static String subject(String actor) {
        return actor.substring(actor.indexOf(':') + 1);
    }
}
