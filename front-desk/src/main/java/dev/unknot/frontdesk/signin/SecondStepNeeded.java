package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.account.SignedIn;
import org.springframework.security.core.AuthenticationException;

/** The password was right, and is not all that is asked. */
class SecondStepNeeded extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn waiting;

    SecondStepNeeded(SignedIn waiting) {
        super("a code is needed");
        this.waiting = waiting;
    }

    SignedIn waiting() {
        return waiting;
    }
}
