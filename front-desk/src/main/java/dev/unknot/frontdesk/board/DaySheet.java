package dev.unknot.frontdesk.board;

import java.util.List;

/**
 * A day on paper: who comes when to whom, where, and how they are reached.
 *
 * @param day in words, with the name of the clock its times are on
 * @param parts one of each therapist who has something that day
 */
public record DaySheet(String place, String day, List<Part> parts) {

    public DaySheet {
        parts = List.copyOf(parts);
    }

    /**
     * A therapist's.
     *
     * @param id to show this part alone
     * @param hours when they work, on the wall clock; empty: not that day
     * @param lines by start
     */
    public record Part(String id, String therapist, String hours, List<Line> lines) {

        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A visit, or a time that is blocked.
     *
     * @param phone empty: none known
     * @param state empty: as booked
     */
    public record Line(String time, String client, String phone, String treatment, String room, String state) {}
}
