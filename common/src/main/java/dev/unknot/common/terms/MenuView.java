package dev.unknot.common.terms;

import dev.unknot.common.location.LocationId;
import java.util.List;

/**
 * A location's menu as the API shows it.
 *
 * @param version 0 as long as nobody has put one: then everything is sold as the treatments themselves are offered, and
 *     both lists are empty
 */
public record MenuView(LocationId locationId, long version, List<MenuEntry> entries, List<MenuAddOn> addOns) {}
