package dev.unknot.benchmarks.booking;

/**
 * A parameter as it was set.
 *
 * @param setter a method of PreparedStatement
 * @param args its position, its value, and the SQL type if it was said
 */
record RecordedParameter(String setter, Object[] args) {}
