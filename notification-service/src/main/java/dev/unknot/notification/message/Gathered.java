package dev.unknot.notification.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Puts what several messages say into one: who shares a visit is named together. */
final class Gathered {
    private Gathered() {}

    /** @param ready by start of the visit */
    static Saying of(List<Checked.Ready> ready, String language) {
        Map<Object, List<Said>> byVisit = new LinkedHashMap<>();
        ready.forEach(each -> byVisit.computeIfAbsent(each.message().appointmentId(), visit -> new ArrayList<>())
                .add(each.said()));
        return new Saying(
                byVisit.values().stream().map(said -> together(said, language)).toList());
    }

    private static Said together(List<Said> said, String language) {
        Said first = said.getFirst();
        if (said.size() == 1) {
            return first;
        }
        List<Said> before = new ArrayList<>();
        for (Said each : said) {
            Said earlier = each.before();
            if (earlier == null) {
                return new Said(named(said, language), first.price(), null);
            }
            before.add(earlier);
        }
        return new Said(
                named(said, language),
                first.price(),
                new Said(named(before, language), before.getFirst().price(), null));
    }

    private static Facts named(List<Said> said, String language) {
        Facts first = said.getFirst().facts();
        return new Facts(
                list(said, Facts::client, language),
                first.location(),
                first.treatment(),
                first.minutes(),
                list(said, Facts::therapist, language),
                first.start(),
                said.stream().allMatch(each -> each.facts().confirmed()),
                first.link());
    }

    private static String list(List<Said> said, Function<Facts, String> name, String language) {
        List<String> names =
                said.stream().map(Said::facts).map(name).distinct().sorted().toList();
        if (names.size() == 1) {
            return names.getFirst();
        }
        String and = Locale.forLanguageTag(language).getLanguage().equals("de") ? " und " : " and ";
        return String.join(", ", names.subList(0, names.size() - 1)) + and + names.getLast();
    }
}
