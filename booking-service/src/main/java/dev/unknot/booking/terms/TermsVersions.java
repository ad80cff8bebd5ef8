package dev.unknot.booking.terms;

/**
 * How often a location's terms have been put.
 *
 * @param snapshot of both together, the sequence of what is announced
 */
record TermsVersions(long snapshot, long policy, long menu) {

    static final TermsVersions NEVER_PUT = new TermsVersions(0, 0, 0);

    TermsVersions withPolicy() {
        return new TermsVersions(snapshot + 1, policy + 1, menu);
    }

    TermsVersions withMenu() {
        return new TermsVersions(snapshot + 1, policy, menu + 1);
    }
}
