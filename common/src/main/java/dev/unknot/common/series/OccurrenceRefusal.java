package dev.unknot.common.series;

/**
 * Why an occurrence was not booked or changed, as a single visit would have been told.
 *
 * @param code stable
 * @param detail one plain sentence
 */
public record OccurrenceRefusal(String code, String detail) {}
