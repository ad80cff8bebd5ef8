package dev.unknot.common.treatment;

/** The four approaches to a session. */
public enum Approach {
    SWEDISH,
    DEEP_TISSUE,
    SHIATSU,
    THERAPEUTIC
}
