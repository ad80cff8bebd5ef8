package dev.unknot.common.series;

/** Which one of a weekday in a month; every month has each of these. */
public enum MonthWeek {
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    LAST
}
