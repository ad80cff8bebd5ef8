package dev.unknot.platform.idempotency;

import java.util.Arrays;

/**
 * A success as it was first answered.
 *
 * @param requestHash SHA-256 of the request that led to it
 * @param location empty, as is the etag, where nothing was created
 * @param body JSON
 */
record StoredAnswer(byte[] requestHash, int status, String location, String etag, String body) {

    boolean answers(byte[] hash) {
        return Arrays.equals(requestHash, hash);
    }
}
