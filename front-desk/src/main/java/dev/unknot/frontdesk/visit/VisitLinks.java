package dev.unknot.frontdesk.visit;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.message.MessageId;
import dev.unknot.platform.link.SignedLinks;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens the links in messages. */
@Component
public class VisitLinks {

    private static final Logger log = LoggerFactory.getLogger(VisitLinks.class);
    private static final int ADDRESSES_REMEMBERED = 10_000;

    private final Optional<SignedLinks> links;
    private final BadLinks bad;
    private final Optional<String> contact;
    private final Clock clock;

    VisitLinks(ObjectProvider<SignedLinks> links, VisitSettings settings, Clock clock) {
        this.links = Optional.ofNullable(links.getIfAvailable());
        this.bad = new BadLinks(settings.badLinks(), settings.badLinksWindow(), ADDRESSES_REMEMBERED);
        this.contact = Optional.ofNullable(settings.contact());
        this.clock = clock;
        if (this.links.isEmpty()) {
            log.warn("UNKNOT_LINKS_KEYS is not set: no client's link opens anything");
        }
    }

    /** How to reach the chain, for who comes with a link that names no clinic. */
    public Optional<String> contact() {
        return contact;
    }

    /**
     * The appointment a link names.
     *
     * @param from the address that asks
     * @throws DeadLink if it names none, or {@code from} has tried too many that do not
     */
    public AppointmentId open(String token, InetAddress from) {
        return new AppointmentId(named(token, from));
    }

    /**
     * The mail that a link to get no more of them came with.
     *
     * @param from the address that asks
     * @throws DeadLink if it names none, or {@code from} has tried too many that do not
     */
    public MessageId openMail(String token, InetAddress from) {
        return new MessageId(named(token, from));
    }

    private UUID named(String token, InetAddress from) {
        Instant now = clock.instant();
        // A good link first: behind one address there may be a whole town, and one who guesses must not shut out the
        // rest.
        Optional<UUID> named = links.flatMap(known -> known.verify(token, now));
        if (named.isPresent()) {
            return named.get();
        }
        if (bad.shut(from, now)) {
            throw DeadLink.tooMany();
        }
        bad.count(from, now);
        throw DeadLink.unknown();
    }
}
