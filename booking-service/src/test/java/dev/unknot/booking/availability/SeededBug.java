package dev.unknot.booking.availability;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Bugs that the engine does not have, each named by what it would do and made by changing one place of its sources. The
 * comparison with the oracle has to notice each of them.
 */
enum SeededBug {
    A_VISIT_STILL_TAKES_THE_MOMENT_IT_ENDS(
            "Taken", "CellTime.ceil(claim.during().end())", "CellTime.ceil(claim.during().end()) + 1"),
    PREPARATION_IS_FORGOTTEN(
            "TherapistLaw",
            "ask.before(), ask.before() + ask.session() + ask.after()",
            "0, ask.session() + ask.after()"),
    REST_IS_FORGOTTEN("TherapistLaw", "ask.before() + ask.session() + ask.after()", "ask.before() + ask.session()"),
    TURNOVER_IS_FORGOTTEN("Scene", "ask.session() + room.turnover()", "ask.session()"),
    ROOMS_OUT_OF_USE_ARE_USED("Scene", "room.resource(), room.usable(), board", "room.resource(), Cells.ALL, board"),
    ANY_ROOM_WILL_DO("RoomTime", "capabilities.contains(capability)", "true"),
    ANYBODY_HAS_THE_SKILL("TherapistLaw", "skill != null", "false"),
    GENDER_DOES_NOT_MATTER("Scene", "therapist.gender() == gender", "true"),
    WHO_LEFT_STILL_WORKS("TherapistLaw", "!colleague.therapist().active()", "false"),
    BUFFERS_MUST_LIE_IN_OPENING_HOURS(
            "LocationLaw",
            "location.open(), 0, ask.session()",
            "location.open(), ask.before(), ask.before() + ask.session()"),
    A_LICENCE_ENDS_A_DAY_EARLY("TherapistLaw", "last.plusDays(1)", "last"),
    A_LICENCE_ENDS_AT_MIDNIGHT_IN_GREENWICH(
            "TherapistLaw", "atStartOfDay(location.zone())", "atStartOfDay(java.time.ZoneOffset.UTC)"),
    CADENCE_GOES_BY_UTC("Cadence", "zone.getRules().getOffset(here).getTotalSeconds()", "0"),
    CLOCKS_DO_NOT_CHANGE_DURING_A_SEARCH(
            "Cadence", "change == null ? end : Math.min(end, CellTime.ceil(change.getInstant()))", "end"),
    AN_HOUR_THAT_COMES_TWICE_IS_OFFERED_ONCE("Cadence", "keep(starts, from, to, offset, cells);", """
            keep(starts, from, to, offset, cells);
            if (change != null && change.isOverlap()) {
                starts.remove(to, to - change.getDuration().toMinutes() / Grid.MINUTES);
            }
            """),
    CADENCE_DOES_NOT_BEGIN_AGAIN_AT_MIDNIGHT("Cadence", "A_DAY % cadence == 0", "cadence > 0"),
    THE_LAST_START_IS_MISSED("Search", "- ask.session() + 1", "- ask.session()"),
    NOTICE_IS_ROUNDED_DOWN(
            "LocationLaw",
            "location.terms().earliest(ask.treatment(), ask.now()))",
            "location.terms().earliest(ask.treatment(), ask.now())) - 1"),
    A_HORIZON_ENDS_A_DAY_EARLY("Terms", "plusDays(days + 1L)", "plusDays(days)"),
    A_LIMIT_LETS_ONE_MORE_IN("Limit", ">= most", "> most"),
    LIMITED_DAYS_ARE_THOSE_OF_GREENWICH("Limit", "atZone(zone)", "atZone(java.time.ZoneOffset.UTC)"),
    WEEKS_BEGIN_ON_SUNDAY("Limit", "DayOfWeek.MONDAY", "DayOfWeek.SUNDAY"),
    NOBODY_NEEDS_TIME_TO_GO_ELSEWHERE("Journey", "stretch.from() - way - after + 1", "stretch.from() - after + 1"),
    WHO_TRAVELS_PREPARES_ON_THE_WAY("Journey", "+ way + before", "+ way"),
    WHO_IS_AVOIDED_IS_OFFERED("TherapistLaw", "!ask.accepts(colleague.therapist().id())", "false"),
    A_HOLD_NEVER_ENDS("Taken", "now.isBefore(held[i].until()); i++) { Stretch", "true; i++) { Stretch"),
    A_HOLD_BEHIND_ONE_THAT_ENDED_IS_OVERLOOKED(
            "Taken", "Comparator.comparing(Held::until).reversed()", "Comparator.comparing(Held::until)"),
    THE_CLIENT_IS_IN_TWO_PLACES("LocationLaw", "FreeTime.of(Cells.ALL, ask.timeOf(visitor))", "Cells.ALL"),
    WHAT_IS_MOVED_IS_IN_ITS_OWN_WAY("Ask", "moving != null && moving.resources()", "false && moving.resources()"),
    A_WEEK_ONCE_LOOKED_AT_STAYS_AS_IT_WAS("Board", "taken[row] != known.taken[row]", "false"),
    SHIFTS_THAT_TOUCH_ARE_APART("Cells", "last.end().isBefore(range.start())", "!last.end().isAfter(range.start())"),
    A_SHIFT_IS_ROUNDED_UP(
            "Cells",
            "cells.add(CellTime.ceil(range.start()), Grid.cell(range.end()))",
            "cells.add(Grid.cell(range.start()), Grid.cell(range.end()))"),
    RUNS_END_WITH_THEIR_WORD(
            "Runs", "free[i] &= free[i] >>> part | free[i + 1] << -part", "free[i] &= free[i] >>> part"),
    AN_OLDER_EVENT_WINS("Demand", "known.version() >= commitment.version()", "false");

    private final String file;
    private final String right;
    private final String wrong;

    SeededBug(String file, String right, String wrong) {
        this.file = file;
        this.right = right;
        this.wrong = wrong;
    }

    /** Simple name of the class that is changed. */
    String file() {
        return file;
    }

    /**
     * The source with the bug. However it is broken into lines is no matter.
     *
     * @throws IllegalStateException unless there is exactly one place to change: the engine has moved on, and so must
     *     this list
     */
    String in(String source) {
        Matcher place = Pattern.compile(right.chars()
                        .filter(character -> !Character.isWhitespace(character))
                        .mapToObj(character -> Pattern.quote(Character.toString(character)))
                        .collect(Collectors.joining("\\s*")))
                .matcher(source);
        if (place.results().count() != 1) {
            throw new IllegalStateException(this + " has not exactly one place in " + file + ": " + right);
        }
        return place.reset().replaceFirst(Matcher.quoteReplacement(wrong));
    }
}
