package dev.unknot.frontdesk.account;

import dev.unknot.platform.audit.AuditEntryView;
import dev.unknot.platform.audit.AuditTrail;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What has become of an account, as the audit trail has it, in words. */
@Component
public class AccountHistory {

    /** That many entries are told, the latest ones. */
    public static final int MOST = 50;

    static final String WAY_BACK = "account-way-back";
    static final String OPERATOR = "operator";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("account-created", "Account made"),
            Map.entry("account-changed", "Account changed"),
            Map.entry("account-disabled", "Account disabled"),
            Map.entry("account-password-set", "New password set"),
            Map.entry("account-password-changed", "Own password changed"),
            Map.entry("account-password", "Present password asked for"),
            Map.entry("second-step-begun", "Second step turned on"),
            Map.entry("second-step-ended", "Second step turned off"),
            Map.entry(WAY_BACK, "New password given, second step taken away"),
            Map.entry("code-asked", "Password right, code asked for"),
            Map.entry("signed-in", "Signed in"),
            Map.entry("signed-out", "Signed out"),
            Map.entry("session-ended", "Signed out at one browser"),
            Map.entry("sessions-ended", "Signed out everywhere"),
            Map.entry("other-sessions-ended", "Signed out at all other browsers"),
            Map.entry("sign-in", "Not signed in"),
            Map.entry("sign-in-paused", "Sign-in paused after too many tries"));

    private static final Map<String, String> CAUSES = Map.of(
            "wrong-password", "wrong password",
            "wrong-code", "wrong code",
            "code", "at the second step",
            "account-disabled", "the account is disabled",
            "device", "at this browser",
            "network", "from one network",
            "address", "from one address",
            "account", "from anywhere but known browsers");

    /** Who is no account. */
    private static final Map<String, String> BY =
            Map.of(AuditTrail.NOBODY, "somebody not signed in", OPERATOR, "whoever runs the server");

    private final AuditTrail audit;
    private final StaffNames names;

    AccountHistory(AuditTrail audit, StaffNames names) {
        this.audit = audit;
        this.names = names;
    }

    /** Latest first. */
    public List<Line> of(StaffAccount account) {
        List<AuditEntryView> entries = audit.latestOf(account.id(), MOST);
        Map<String, String> known =
                names.of(entries.stream().map(AccountHistory::subject).toList());
        return entries.stream().map(entry -> line(entry, known)).toList();
    }

    private static Line line(AuditEntryView entry, Map<String, String> known) {
        String what = WORDS.getOrDefault(entry.what(), entry.what());
        String cause = entry.cause();
        String by = BY.containsKey(entry.actor())
                ? BY.get(entry.actor())
                : known.getOrDefault(subject(entry), "somebody who has no account any more");
        return new Line(
                MOMENT.format(entry.at()), cause == null ? what : what + ": " + CAUSES.getOrDefault(cause, cause), by);
    }

    private static String subject(AuditEntryView entry) {
        return entry.actor().substring(entry.actor().indexOf(':') + 1);
    }

    /**
     * @param when day and time in UTC
     * @param by a name
     */
    public record Line(String when, String what, String by) {}
}
