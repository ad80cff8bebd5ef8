package dev.unknot.common.appointment;

import dev.unknot.common.money.Money;

/**
 * Something given on top of a treatment, as it was when it was agreed on.
 *
 * @param code such as {@code hot-stones}, as on the location's menu
 * @param minutes by which it lengthens the session, a multiple of 5, 0 or more
 * @param price a part of the appointment's
 */
public record AddOn(String code, String name, int minutes, Money price) {}
