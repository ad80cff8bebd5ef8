package dev.unknot.crooked.helper;

/** Breaks on purpose: its package says nothing. */
final class Sundries {

    private Sundries() {}
}
