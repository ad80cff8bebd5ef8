package dev.unknot.frontdesk.proxy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Finds who calls by what trusted proxies noted. Names are never looked up. */
final class TrustedProxies {

    /** An address of version 4 or 6, each with or without a port; what stands between brackets is of version 6. */
    private static final Pattern NOTED =
            Pattern.compile("\\[(?<bracketed>[^\\]]+)](?::\\d+)?|(?<four>[0-9.]+)(?::\\d+)?|(?<six>[0-9a-fA-F:.]+)");

    private static final Pattern FOUR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final List<IpAddressMatcher> trusted;

    /** @throws IllegalArgumentException for what is no address and no network */
    TrustedProxies(List<String> trusted) {
        this.trusted = trusted.stream().map(IpAddressMatcher::new).toList();
    }

    boolean isOne(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.matches(address.getHostAddress()));
    }

    /**
     * Each proxy appends who called it. So the list is read from its end for as long as proxies are trusted; whatever stands
     * before that, anybody may have written.
     *
     * @param peer who has opened the connection
     * @param notes of all headers {@code X-Forwarded-For}, in their order
     */
    InetAddress caller(InetAddress peer, List<String> notes) {
        List<String> hops = new ArrayList<>();
        notes.forEach(note -> hops.addAll(Arrays.asList(note.split(",", -1))));
        InetAddress caller = peer;
        for (String hop : hops.reversed()) {
            Optional<InetAddress> before = isOne(caller) ? address(hop.strip()) : Optional.empty();
            if (before.isEmpty()) {
                return caller;
            }
            caller = before.get();
        }
        return caller;
    }

    private static Optional<InetAddress> address(String noted) {
        Matcher form = NOTED.matcher(noted);
        if (!form.matches()) {
            return Optional.empty();
        }
        String four = form.group("four");
        if (four != null) {
            return FOUR.matcher(four).matches() ? literal(four) : Optional.empty();
        }
        String six = form.group("six") == null ? form.group("bracketed") : form.group("six");
        return six.contains(":") ? literal(six) : Optional.empty();
    }

    private static Optional<InetAddress> literal(String address) {
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
