package dev.unknot.common.location;

import java.util.Set;

/** A room as the API shows it. */
public record RoomView(RoomId id, String name, Set<String> capabilities, int places, int turnoverMinutes) {}
