package dev.unknot.notification.message;

import static java.util.Objects.requireNonNull;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.client.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A number, what whoever reads it was told there, and what they were asked and have not said yes to. */
final class Phone {
    private record Yes(AppointmentId visit, long revision) {}

    private final String number;
    private final Set<ClientId> people = new LinkedHashSet<>();
    private final List<String> read = new ArrayList<>();
    private final Map<AppointmentId, Long> told = new HashMap<>();
    private final Map<BookedVisit, Instant> news = new LinkedHashMap<>();
    private final Map<BookedVisit, Instant> asked = new LinkedHashMap<>();
    private final Set<AppointmentId> calledOff = new HashSet<>();
    private final Set<Yes> saidYes = new HashSet<>();
    private boolean landline;
    private boolean optedOut;
    private boolean saidStop;

    Phone(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    Set<ClientId> people() {
        return people;
    }

    boolean takesTexts() {
        return !landline && !optedOut;
    }

    void takesNoTexts() {
        landline = true;
    }

    /** Whether or not they wrote START since. */
    boolean saidStop() {
        return saidStop;
    }

    void stop() {
        optedOut = true;
        saidStop = true;
    }

    void start() {
        optedOut = false;
    }

    /** How many it has got so far. */
    int texts() {
        return read.size();
    }

    /** Those that it has got since the last look. */
    List<String> unread(List<String> all) {
        List<String> unread = List.copyOf(all.subList(read.size(), all.size()));
        read.addAll(unread);
        return unread;
    }

    void told(BookedVisit visit) {
        told.put(visit.id(), visit.revision());
    }

    void heardNews(BookedVisit visit, Instant now) {
        told(visit);
        news.put(visit, now);
    }

    /** Of another visit that lies ahead, so that a yes might be taken for that one. */
    boolean heardNewsOfAnotherSince(BookedVisit question, Instant now) {
        Instant then = requireNonNull(asked.get(question));
        return news.keySet().stream()
                .filter(visit -> visit != question && visit.ahead(now))
                .anyMatch(visit -> requireNonNull(news.get(visit)).isAfter(then));
    }

    void calledOff(BookedVisit visit) {
        calledOff.add(visit.id());
    }

    void asked(BookedVisit visit, Instant now) {
        asked.put(visit, now);
    }

    void saidYes(BookedVisit visit) {
        saidYes.add(new Yes(visit.id(), toldOf(visit)));
    }

    long toldOf(BookedVisit visit) {
        return told.getOrDefault(visit.id(), 0L);
    }

    /** What a yes is meant for: who is asked about two visits at the same moment may have either in mind. */
    List<BookedVisit> openQuestions(Instant now) {
        List<BookedVisit> open = asked.keySet().stream()
                .filter(visit -> now.isBefore(visit.start()))
                .filter(visit -> !calledOff.contains(visit.id()))
                .filter(visit -> !saidYes.contains(new Yes(visit.id(), toldOf(visit))))
                .toList();
        return open.stream()
                .map(asked::get)
                .max(Comparator.naturalOrder())
                .map(last -> open.stream()
                        .filter(visit -> last.equals(asked.get(visit)))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public String toString() {
        return number;
    }
}
