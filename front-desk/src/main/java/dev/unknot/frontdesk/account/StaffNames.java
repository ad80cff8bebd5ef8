package dev.unknot.frontdesk.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What colleagues are called, by the subject of their tokens, as events and the audit trail name them. Whoever may read what
 * somebody did may read that somebody's name, wherever they work, and nothing else of their account.
 */
@Component
public class StaffNames {

    private final Accounts accounts;

    StaffNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Those of them that are somebody's; of a subject that no account has any more, or ever had, nothing. */
    public Map<String, String> of(Collection<String> subjects) {
        List<UUID> ids = subjects.stream()
                .filter(StaffNames::isId)
                .map(UUID::fromString)
                .distinct()
                .toList();
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            accounts.names(ids).forEach((id, name) -> names.put(id.toString(), name));
        }
        return names;
    }

    private static boolean isId(String subject) {
        return subject.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
