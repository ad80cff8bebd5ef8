package dev.unknot.frontdesk.account;

/**
 * Whose password was given.
 *
 * @param passwordVersion of that password; a session begun with it ends when it changes
 */
public record SignedIn(StaffAccount account, int passwordVersion) {}
