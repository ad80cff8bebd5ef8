package dev.unknot.oracle;

/** A place on the globe, in degrees. */
public record Spot(double latitude, double longitude) {

    /** Mean radius of the earth in kilometres. */
    private static final double RADIUS = 6_371.0088;

    private static final double KILOMETRES_PER_MINUTE = 0.5;
    private static final int LEAVING_AND_ARRIVING = 10;
    private static final int LONGEST = 12 * 60;

    /**
     * Minutes on the way from here to there: as the crow flies at 30 km/h, and ten minutes, up to the next full five; twelve
     * hours at most.
     */
    int minutesTo(Spot there) {
        double chord = Math.sqrt(square(x() - there.x()) + square(y() - there.y()) + square(z() - there.z()));
        double minutes = LEAVING_AND_ARRIVING + 2 * RADIUS * Math.asin(chord / 2) / KILOMETRES_PER_MINUTE;
        return 5 * (int) Math.ceil(Math.min(minutes, LONGEST) / 5);
    }

    private double x() {
        return Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(longitude));
    }

    private double y() {
        return Math.cos(Math.toRadians(latitude)) * Math.sin(Math.toRadians(longitude));
    }

    private double z() {
        return Math.sin(Math.toRadians(latitude));
    }

    private static double square(double number) {
        return number * number;
    }
}
