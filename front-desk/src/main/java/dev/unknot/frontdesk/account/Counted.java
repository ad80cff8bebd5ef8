package dev.unknot.frontdesk.account;

import dev.unknot.platform.digest.Sha256;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Something that attempts to sign in are counted by.
 *
 * @param kind what of the attempt it is
 * @param limit from this attempt on each is followed by a pause
 * @param ofMany whether a good attempt takes only itself back, for others are counted by it too
 */
record Counted(Kind kind, String key, int limit, boolean ofMany) {

    enum Kind {
        DEVICE,
        ADDRESS,
        ACCOUNT,
        NETWORK,
        CODE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int BY_DEVICE = 5;

    private static final int BY_CODE = 5;

    /** Of one account, from one network. */
    private static final int BY_NETWORK = 5;

    /** More: a whole clinic may stand behind one address. */
    private static final int BY_ADDRESS = 30;

    /** Of one account, from everywhere but its own devices: who has many addresses does not get five tries from each for ever. */
    private static final int BY_ACCOUNT = 50;

    private static final int BYTES_OF_AN_IPV4_NETWORK = 3;

    /** One household may hold a whole IPv6 network of 64 bits. */
    private static final int BYTES_OF_AN_IPV6_NETWORK = 8;

    /** A device that has signed in to the account before counts for itself, so that nobody elsewhere can keep it out. */
    static List<Counted> fromOwnDevice(UUID account, String device) {
        return List.of(new Counted(Kind.DEVICE, "device " + hash(account + " " + device), BY_DEVICE, false));
    }

    /** The second step, which nobody comes to without the password; with another password the count begins anew. */
    static List<Counted> ofCode(UUID account, int passwordVersion) {
        return List.of(new Counted(Kind.CODE, "code " + hash(account + " " + passwordVersion), BY_CODE, false));
    }

    /** In the order in which they are locked, so that two attempts do not wait for each other. */
    static List<Counted> fromElsewhere(String email, InetAddress address) {
        String account = "account " + hash(email);
        return List.of(
                new Counted(Kind.ADDRESS, "address " + household(address), BY_ADDRESS, true),
                new Counted(Kind.ACCOUNT, account, BY_ACCOUNT, true),
                new Counted(Kind.NETWORK, account + " from " + network(address), BY_NETWORK, false));
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }

    private static String household(InetAddress address) {
        return address instanceof Inet6Address
                ? network(address)
                : HexFormat.of().formatHex(address.getAddress());
    }

    private static String network(InetAddress address) {
        int bytes = address instanceof Inet6Address ? BYTES_OF_AN_IPV6_NETWORK : BYTES_OF_AN_IPV4_NETWORK;
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes));
    }
}
