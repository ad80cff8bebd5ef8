package dev.unknot.common.series;

/** Which occurrences a change is about. What has begun or is past is never among them. */
public enum SeriesScope {
    THIS,
    FOLLOWING,
    ALL
}
