package dev.unknot.common.event;

import java.util.Set;

/** Names of the Kafka topics. Each has 12 partitions; the record key is the subject's id. */
public final class Topics {

    /** Compacted, one snapshot per location. */
    public static final String LOCATIONS = "unknot.locations";

    /** Compacted, one snapshot per therapist. */
    public static final String THERAPISTS = "unknot.therapists";

    /** Compacted, one snapshot per treatment. */
    public static final String TREATMENTS = "unknot.treatments";

    /** Compacted, one snapshot per client; a tombstone erases. */
    public static final String CLIENTS = "unknot.clients";

    /** Compacted, one snapshot per location: its booking policy and its menu. */
    public static final String TERMS = "unknot.terms";

    /** A log: every change of every appointment, key = appointment. Names no one. */
    public static final String APPOINTMENTS = "unknot.appointments";

    /** A log: every block of a therapist's or a room's time and its end, key = block. Names no one. */
    public static final String BLOCKS = "unknot.blocks";

    /** A log: what became of every message, key = message or client. Names no one. */
    public static final String MESSAGES = "unknot.messages";

    /** Topics that keep the latest snapshot of each subject, and tombstones. */
    public static final Set<String> COMPACTED = Set.of(LOCATIONS, THERAPISTS, TREATMENTS, CLIENTS, TERMS);

    /** Topics that keep everything. */
    public static final Set<String> LOGS = Set.of(APPOINTMENTS, BLOCKS, MESSAGES);

    private Topics() {}
}
