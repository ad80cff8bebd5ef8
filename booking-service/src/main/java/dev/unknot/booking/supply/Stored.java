package dev.unknot.booking.supply;

/** A snapshot beside the version it has in therapist-service. */
public record Stored<T>(long version, T snapshot) {}
