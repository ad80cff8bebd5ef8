package dev.unknot.frontdesk.clinic;

/** The version a change is made to, as the page that asks for the change has shown it. */
public record IfMatch(long version) {}
