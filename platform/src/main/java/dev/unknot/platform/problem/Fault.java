package dev.unknot.platform.problem;

/**
 * One thing wrong with a request.
 *
 * @param field path of the field or name of the parameter at fault, such as {@code participants[0].clientId}
 * @param code stable, lower case with hyphens
 * @param message a plain sentence or clause that a person can act on
 */
public record Fault(String field, String code, String message) {}
