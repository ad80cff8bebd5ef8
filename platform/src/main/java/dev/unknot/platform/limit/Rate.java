package dev.unknot.platform.limit;

/**
 * How often something may be done, as a bucket of tokens: so many at once, and so many a minute in the long run.
 *
 * @param burst at once, after a rest; at least 1
 * @param perMinute in the long run; at least 1
 */
public record Rate(int burst, int perMinute) {

    public Rate {
        if (burst < 1 || perMinute < 1) {
            throw new IllegalArgumentException(
                    "a rate of nothing: a burst of " + burst + ", " + perMinute + " a minute");
        }
    }
}
