package dev.unknot.frontdesk.live;

import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.account.StaffAccounts;
import dev.unknot.frontdesk.signin.LiveSessions;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the streams of those who have signed out, or whose account was disabled, changed, or given another password. The browser
 * asks for its stream again, and is then judged by what it is now.
 */
@Component
class RollCall {

    private static final Logger LOG = LoggerFactory.getLogger(RollCall.class);

    private final Viewers viewers;
    private final LiveSessions sessions;
    private final StaffAccounts accounts;

    RollCall(Viewers viewers, LiveSessions sessions, StaffAccounts accounts) {
        this.viewers = viewers;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @Scheduled(fixedDelayString = "${unknot.live.roll-call:2s}")
    void call() {
        Set<Guest> listening = viewers.guests();
        if (listening.isEmpty()) {
            return;
        }
        try {
            Set<Guest> over = over(listening);
            viewers.dismiss(over);
        } catch (DataAccessException outage) {
            LOG.warn("who listens is not known to be signed in still: {}", outage.getMessage());
        }
    }

    private Set<Guest> over(Set<Guest> listening) {
        Set<String> living =
                sessions.among(listening.stream().map(Guest::session).collect(Collectors.toSet()));
        Map<UUID, Long> versions = accounts.versions(
                listening.stream().map(Guest::account).map(StaffAccount::id).collect(Collectors.toSet()));
        return listening.stream()
                .filter(guest -> !living.contains(guest.session())
                        || !Objects.equals(
                                versions.get(guest.account().id()),
                                guest.account().version()))
                .collect(Collectors.toSet());
    }
}
