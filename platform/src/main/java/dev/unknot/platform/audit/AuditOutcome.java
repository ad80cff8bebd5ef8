package dev.unknot.platform.audit;

/** What became of what somebody set out to do. */
public enum AuditOutcome {
    CHANGED,
    LOOKED,
    /** It was not theirs. */
    REFUSED
}
