package dev.unknot.frontdesk.signin;

import dev.unknot.frontdesk.account.Origin;
import dev.unknot.frontdesk.account.SignIn;
import dev.unknot.frontdesk.account.SignedIn;
import dev.unknot.frontdesk.secondstep.SecondSteps;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Email and password of the form, as Spring Security hands them over. */
class StaffSignIn implements AuthenticationProvider {

    private final SignIn signIn;
    private final SecondSteps steps;

    StaffSignIn(SignIn signIn, SecondSteps steps) {
        this.signIn = signIn;
        this.steps = steps;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        SignedIn signedIn = signIn.with(
                        typed.getName(), String.valueOf(typed.getCredentials()), Objects.requireNonNull((Origin)
                                typed.getDetails()))
                .orElseThrow(() -> new BadCredentialsException("not signed in"));
        if (steps.isOn(signedIn.account().id())) {
            throw new SecondStepNeeded(signedIn);
        }
        return new StaffAuthentication(signedIn);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
