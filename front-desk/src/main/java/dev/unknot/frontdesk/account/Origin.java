package dev.unknot.frontdesk.account;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in from.
 *
 * @param device what the browser says that it was given at an earlier sign-in; null: nothing
 */
public record Origin(InetAddress address, @Nullable String device) {}
