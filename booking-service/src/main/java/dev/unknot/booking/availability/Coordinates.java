package dev.unknot.booking.availability;

import dev.unknot.common.location.Address;
import org.jspecify.annotations.Nullable;

/** A place on the globe, in degrees. */
record Coordinates(double latitude, double longitude) {

    /** Mean radius of the earth in kilometres. */
    private static final double RADIUS = 6_371.0088;

    /** Null when nobody has said where that is. */
    static @Nullable Coordinates of(Address address) {
        Double latitude = address.latitude();
        Double longitude = address.longitude();
        return latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
    }

    /** As the crow flies, by the haversine formula. */
    double kilometresTo(Coordinates other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double half = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * square(Math.sin(east / 2));
        return 2 * RADIUS * Math.asin(Math.sqrt(Math.min(1, half)));
    }

    private static double square(double number) {
        return number * number;
    }
}
