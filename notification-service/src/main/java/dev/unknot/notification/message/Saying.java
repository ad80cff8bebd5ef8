package dev.unknot.notification.message;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Everything one message says: of a visit, or of several of them, by start.
 *
 * @param visits at least one; which clinic it is, the first one says
 */
record Saying(List<Said> visits) {
    private static final int DAYS_OF_A_WEEK = 7;

    Saying {
        visits = List.copyOf(visits);
        if (visits.isEmpty()) {
            throw new IllegalArgumentException("a message speaks of a visit");
        }
    }

    boolean ofSeveral() {
        return visits.size() > 1;
    }

    /** Whether treatment, length and therapist are the same for each. */
    boolean alike() {
        return visits.stream()
                        .map(Said::facts)
                        .map(facts -> List.of(facts.treatment(), facts.minutes(), facts.therapist()))
                        .distinct()
                        .count()
                == 1;
    }

    Facts first() {
        return visits.getFirst().facts();
    }

    /** By the name a template uses. */
    Map<String, String> in(Locale locale) {
        Map<String, String> values = new HashMap<>(of(visits.getFirst(), locale));
        String lastDay = visits.getLast().facts().in(locale).getOrDefault("day", "");
        values.put("changes", String.join(", ", changes(locale)));
        values.put("count", String.valueOf(visits.size()));
        values.put("lastDay", lastDay);
        values.put("rhythm", rhythm(locale, lastDay));
        values.put(
                "dates",
                visits.stream()
                        .map(said -> said.facts().in(locale))
                        .map(facts -> facts.get("day") + " " + facts.get("time"))
                        .collect(Collectors.joining(", ")));
        return values;
    }

    /** The same for each visit. */
    List<Map<String, String>> each(Locale locale) {
        return visits.stream().map(said -> of(said, locale)).toList();
    }

    /** What has changed, of several visits only if it is the same for each; empty where nothing is known of before. */
    List<String> changes(Locale locale) {
        List<List<String>> each = visits.stream()
                .map(said -> Differences.of(said, locale))
                .distinct()
                .toList();
        return each.size() == 1 ? each.getFirst() : List.of();
    }

    private static Map<String, String> of(Said said, Locale locale) {
        Map<String, String> values = new HashMap<>(said.facts().in(locale));
        values.put("changes", String.join(", ", Differences.of(said, locale)));
        values.put("instead", Differences.instead(said, locale));
        return values;
    }

    /** How it goes on after the first: every so many weeks at the same time, or up to which day. */
    private String rhythm(Locale locale, String lastDay) {
        boolean german = locale.getLanguage().equals(Locale.GERMAN.getLanguage());
        long weeks = weeksBetween();
        if (weeks == 0) {
            return (german ? "zuletzt am " : "last on ") + lastDay;
        }
        if (weeks > 1) {
            return german ? "danach alle " + weeks + " Wochen" : "then every " + weeks + " weeks";
        }
        String day = first().start().getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
        return (german ? "danach jeden " : "then every ") + day;
    }

    /** 0: not always the same, or not at the same time. */
    private long weeksBetween() {
        List<ZonedDateTime> starts =
                visits.stream().map(said -> said.facts().start()).toList();
        if (starts.size() < 2
                || starts.stream().map(ZonedDateTime::toLocalTime).distinct().count() > 1) {
            return 0;
        }
        List<LocalDate> days = starts.stream().map(ZonedDateTime::toLocalDate).toList();
        List<Long> pauses = IntStream.range(1, days.size())
                .mapToObj(i -> ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)))
                .distinct()
                .toList();
        return pauses.size() == 1 && pauses.getFirst() > 0 && pauses.getFirst() % DAYS_OF_A_WEEK == 0
                ? pauses.getFirst() / DAYS_OF_A_WEEK
                : 0;
    }

    /** Without the people, since this ends up in logs. */
    @Override
    public String toString() {
        return "Saying[" + visits.size() + "]";
    }
}
