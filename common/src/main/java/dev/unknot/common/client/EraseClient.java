package dev.unknot.common.client;

/**
 * Body of {@code POST /api/v1/clients/{id}/erasure}.
 *
 * @param cancelVisitsAhead whether visits ahead are cancelled in the same act; without it they are a reason to refuse. The
 *     client is not told of these cancellations, since nothing is left to reach them by.
 */
public record EraseClient(boolean cancelVisitsAhead) {}
