package dev.unknot.devstack.demo;

import dev.unknot.common.location.LocationId;
import dev.unknot.platform.test.Http;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds locations by what people call them. */
public final class Locations {

    private Locations() {}

    /** @param names each a location's name or a part of it, in any case; an unknown one is refused with those there are */
    public static LocationId[] named(Http therapistService, List<String> names) {
        Map<String, LocationId> known = new LinkedHashMap<>();
        Desk.read(therapistService, "/api/v1/locations")
                .body()
                .path("items")
                .forEach(item -> known.put(
                        item.path("name").asString(),
                        LocationId.of(item.path("id").asString())));
        return names.stream().map(name -> one(known, name)).toArray(LocationId[]::new);
    }

    private static LocationId one(Map<String, LocationId> known, String wanted) {
        return known.entrySet().stream()
                .filter(one -> one.getKey().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no location is called '" + wanted + "'; there are " + known.keySet()));
    }
}
