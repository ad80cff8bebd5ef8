package dev.unknot.notification.message;

import dev.unknot.common.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of one visit.
 *
 * @param price of the whole visit; null: not known
 * @param before what was said of it last; null: nothing, or nothing that is known
 */
record Said(Facts facts, @Nullable Money price, @Nullable Said before) {}
