package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.account.SignedIn;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.security.CallerAuthentication;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody of the staff, signed in; to the platform a caller like any other. Never kept: a session holds an id, and the account is read anew. */
class StaffAuthentication extends CallerAuthentication {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn signedIn;

    StaffAuthentication(SignedIn signedIn) {
        super(caller(signedIn.account()));
        this.signedIn = signedIn;
    }

    SignedIn signedIn() {
        return signedIn;
    }

    static Optional<StaffAccount> account() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof StaffAuthentication staff
                ? Optional.of(staff.signedIn.account())
                : Optional.empty();
    }

    private static Caller caller(StaffAccount account) {
        return new Caller(account.subject(), account.role(), account.locations(), null);
    }
}
