package dev.unknot.benchmarks.booking;

/** An array parameter, to be made again on another connection. */
record RecordedArray(String type, Object[] elements) {}
