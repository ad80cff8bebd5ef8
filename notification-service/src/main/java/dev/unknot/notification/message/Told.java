package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import dev.unknot.common.message.MessageState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What one client has been told of one visit, or was to be told, as the ledger has it. */
record Told(List<LedgerEntry> entries) {
    /** Within a revision the cancellation comes last: what is booked again has the next. */
    private static final Comparator<LedgerEntry> AGE = Comparator.comparingLong(LedgerEntry::revision)
            .thenComparing(entry -> entry.kind() == MessageKind.CANCELLATION);

    Stream<LedgerEntry> planned() {
        return entries.stream().filter(LedgerEntry::planned);
    }

    /** Whether the client has reason to come, and would be surprised to find the visit gone. */
    boolean expectsVisit() {
        return standsInNewest(LedgerEntry::reached);
    }

    /** Whether the client knows of an earlier revision, or would by now. */
    boolean knewBefore(long revision) {
        return standsInNewest(
                entry -> entry.revision() < revision && (entry.kind().reminds() ? entry.reached() : entry.meant()));
    }

    /** How that revision was announced. */
    Optional<MessageKind> news(long revision) {
        return entries.stream()
                .filter(entry -> entry.revision() == revision)
                .map(LedgerEntry::kind)
                .filter(kind -> kind == MessageKind.CONFIRMATION || kind == MessageKind.CHANGE)
                .findFirst();
    }

    Optional<LedgerEntry> find(MessageKind kind, long revision, Channel channel) {
        return of(kind, revision).filter(entry -> entry.channel() == channel).findFirst();
    }

    /** On whichever channel; the one that still goes out, or went out, if there is one. */
    Optional<LedgerEntry> find(MessageKind kind, long revision) {
        return of(kind, revision)
                .max(Comparator.comparing(LedgerEntry::planned)
                        .thenComparing(entry -> entry.state() != MessageState.DROPPED)
                        .thenComparing(LedgerEntry::takenBack));
    }

    private Stream<LedgerEntry> of(MessageKind kind, long revision) {
        return entries.stream().filter(entry -> entry.kind() == kind && entry.revision() == revision);
    }

    private boolean standsInNewest(Predicate<LedgerEntry> counts) {
        return entries.stream()
                .filter(counts)
                .max(AGE)
                .filter(newest -> newest.kind() != MessageKind.CANCELLATION)
                .isPresent();
    }
}
