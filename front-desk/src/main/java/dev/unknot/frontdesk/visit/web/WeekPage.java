package dev.unknot.frontdesk.visit.web;

import dev.unknot.frontdesk.visit.FreeDay;
import dev.unknot.frontdesk.visit.FreeTime;
import dev.unknot.frontdesk.visit.FreeWeek;
import dev.unknot.frontdesk.visit.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A week of free times in words, for the template. */
public record WeekPage(LocalDate from, @Nullable LocalDate earlier, LocalDate later, List<Day> days) {

    /** @param known with the therapist the visit is booked with */
    public record Day(String title, List<Choice> known, List<Choice> others) {}

    /** @param value what the form sends: start and therapist */
    public record Choice(String value, String time, String therapist) {}

    static WeekPage of(FreeWeek week, Visit visit, Locale language) {
        VisitWords words = new VisitWords(language, visit.clinic());
        return new WeekPage(
                week.from(),
                week.earlier(),
                week.later(),
                week.days().stream().map(day -> day(day, week, words)).toList());
    }

    private static Day day(FreeDay day, FreeWeek week, VisitWords words) {
        return new Day(
                words.day(day.date()),
                day.known().stream().map(time -> choice(time, week, words)).toList(),
                day.others().stream().map(time -> choice(time, week, words)).toList());
    }

    private static Choice choice(FreeTime time, FreeWeek week, VisitWords words) {
        return new Choice(
                time.start() + "_" + time.therapistId(),
                words.time(time.local()),
                week.names().getOrDefault(time.therapistId(), ""));
    }
}
