package dev.unknot.devstack.phone;

import java.util.UUID;

/** Ids of the gateway's kind: two letters and 32 hexadecimal digits. */
final class Sids {

    private Sids() {}

    static String message() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }
}
