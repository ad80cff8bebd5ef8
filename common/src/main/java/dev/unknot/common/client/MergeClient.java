package dev.unknot.common.client;

import jakarta.validation.constraints.NotNull;

/**
 * Body of {@code POST /api/v1/clients/{id}/merge}: the client of the path is kept.
 *
 * @param duplicateId whose visits, series, holds, restrictions, messages and replies become those of the client kept
 * @param duplicateVersion as last read: of the duplicate nothing is left afterwards
 */
public record MergeClient(
        @NotNull ClientId duplicateId, @NotNull Long duplicateVersion) {}
