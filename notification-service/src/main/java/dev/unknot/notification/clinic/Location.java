package dev.unknot.notification.clinic;

import java.time.ZoneId;

/** A location as a text names it. */
public record Location(String name, ZoneId zone, String street, String postalCode, String city, String phone) {}
