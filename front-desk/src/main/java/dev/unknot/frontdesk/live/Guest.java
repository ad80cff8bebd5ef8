package dev.unknot.frontdesk.live;

import dev.unknot.frontdesk.account.StaffAccount;

/**
 * Who was let in to listen.
 *
 * @param session the id of the session in which they were
 * @param account as it was then
 */
public record Guest(String session, StaffAccount account) {}
