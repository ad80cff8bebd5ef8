package dev.unknot.platform.idempotency;

import java.net.URI;

/**
 * What a create made: answered as 201 with {@code Location} and {@code ETag}.
 *
 * @param location path of the new resource, such as {@code /api/v1/clients/…}
 * @param version of the new aggregate
 */
public record Created<T>(URI location, long version, T body) {}
