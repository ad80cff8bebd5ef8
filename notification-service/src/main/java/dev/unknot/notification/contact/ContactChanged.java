package dev.unknot.notification.contact;

/** A client is reached otherwise than before; published in the transaction that writes it down. */
public record ContactChanged(Contact before, Contact after) {}
