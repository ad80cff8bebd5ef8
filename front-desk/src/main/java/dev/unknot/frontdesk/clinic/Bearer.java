package dev.unknot.frontdesk.clinic;

/** In whose name a service is called: a signed token from {@link DeskTokens}. */
public record Bearer(String token) {

    /** Without the token: whoever reads it may call. */
    @Override
    public String toString() {
        return "Bearer[…]";
    }
}
