package dev.unknot.booking.availability;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a booking must satisfy, in the order in which a wish is judged. Staff may waive soft rules; nobody waives hard ones. */
public enum Rule {
    MINUTES_OFFERED("minutes-not-offered", "minutes", "The treatment is not offered in this length."),
    START_ON_GRID("start-off-grid", "start", "A session starts on a full five minutes."),
    LOCATION_KNOWN("unknown-location", "locationId", "There is no such location."),
    THERAPIST_KNOWN("unknown-therapist", "therapistId", "There is no such therapist."),
    ON_THE_MENU("not-on-menu", "treatmentId", "The location does not sell this treatment in this length."),
    STILL_SOLD("no-longer-sold", "treatmentId", "The treatment is no longer sold for that day."),
    CLIENT_WELCOME("client-barred", "clientId", "The clinic takes no bookings of this client."),
    START_IN_FUTURE("start-in-past", "start", "This time has passed."),
    NOTICE_KEPT(Kind.SOFT, "notice-too-short", "start", "This treatment must be booked further ahead."),
    WITHIN_HORIZON("beyond-horizon", "start", "The schedule does not reach that far ahead yet."),
    NOT_TOO_FAR(Kind.SOFT, "too-far-ahead", "start", "The location does not take bookings that far ahead."),
    ON_CADENCE(Kind.SOFT, "off-cadence", "start", "This treatment does not start at this time of the hour."),
    LOCATION_NOT_CLOSED("location-closed", "start", "The location is closed for a part of the session."),
    LOCATION_OPEN("outside-working-time", "start", "The location is not open for the whole session."),
    CLIENT_FREE("slot-taken", "start", "The client has another appointment then."),
    CLIENT_APPROVED(
            Kind.SOFT, "approval-needed", "clientId", "The client missed too many visits to book without approval."),
    CLIENT_DAY(Kind.SOFT, "client-day-limit", "start", "The client has as many sessions that day as are allowed."),
    CLIENT_WEEK(Kind.SOFT, "client-week-limit", "start", "The client has as many sessions that week as are allowed."),
    CLIENT_ON_THE_WAY(
            Kind.SOFT, "client-travel", "start", "The client cannot be there in time from, or for, another visit."),
    ROOM_CAPABLE("room-lacks-capability", "locationId", "No room of the location has what the treatment needs."),
    THERAPIST_ACTIVE("unknown-therapist", "therapistId", "The therapist does not work here any more."),
    THERAPIST_SKILLED("therapist-lacks-skill", "therapistId", "The therapist does not give this treatment."),
    THERAPIST_LICENSED("licence-ended", "therapistId", "The therapist's licence does not cover that day."),
    THERAPIST_WANTED("therapist-avoided", "therapistId", "The client is never to be treated by this therapist."),
    THERAPIST_NOT_AWAY("therapist-away", "start", "The therapist is away for a part of that time."),
    THERAPIST_AT_WORK("outside-working-time", "start", "No therapist is at work for the whole session."),
    THERAPIST_FREE("slot-taken", "start", "The therapist is taken then."),
    THERAPIST_DAY(
            Kind.SOFT, "therapist-day-limit", "start", "The therapist has as many sessions that day as are allowed."),
    THERAPIST_ON_THE_WAY(
            Kind.SOFT,
            "therapist-travel",
            "start",
            "The therapist cannot be there in time from, or for, another session."),
    ROOM_IN_USE("room-out", "start", "Every room that would do is out of use then."),
    ROOM_FREE("slot-taken", "start", "No room is free then."),
    ROOM_KNOWN("unknown-room", "roomId", "The location has no such room."),
    ROOM_SUITABLE("room-lacks-capability", "roomId", "The room does not have what the treatment needs."),
    ROOM_LARGE_ENOUGH("room-too-small", "participants", "No room of the location has a place for each of them."),
    ROOM_NAMED_LARGE_ENOUGH("room-too-small", "roomId", "The room does not have a place for each of them."),
    ROOM_NAMED_IN_USE("room-out", "roomId", "The room is out of use then."),
    ROOM_NAMED_FREE("room-taken", "roomId", "The room is taken then."),
    THERAPISTS_ENOUGH("too-few-therapists", "participants", "There are not enough therapists for all of them then.");

    private enum Kind {
        HARD,
        SOFT
    }

    private static final Set<Rule> OF_CLIENTS =
            Set.of(CLIENT_WELCOME, CLIENT_FREE, CLIENT_APPROVED, CLIENT_DAY, CLIENT_WEEK, CLIENT_ON_THE_WAY);

    private static final Set<Rule> OF_THERAPISTS = Set.of(THERAPIST_DAY, THERAPIST_ON_THE_WAY);

    private static final Set<Rule> OF_TRAVEL = Set.of(CLIENT_ON_THE_WAY, THERAPIST_ON_THE_WAY);

    private final Kind kind;
    private final String code;
    private final String field;
    private final String sentence;

    Rule(String code, String field, String sentence) {
        this(Kind.HARD, code, field, sentence);
    }

    Rule(Kind kind, String code, String field, String sentence) {
        this.kind = kind;
        this.code = code;
        this.field = field;
        this.sentence = sentence;
    }

    /** Empty for a code that no rule has; several rules may share one, all of them hard or all soft. */
    public static Optional<Rule> ofCode(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }

    public boolean soft() {
        return kind == Kind.SOFT;
    }

    /** Whether it can be judged only once somebody is named. */
    public boolean aboutClient() {
        return OF_CLIENTS.contains(this);
    }

    /** Whether, being soft, it is kept for one therapist and may be broken for another. */
    public boolean aboutTherapist() {
        return OF_THERAPISTS.contains(this);
    }

    /** Whether it matters for it when the session ends. */
    public boolean aboutTravel() {
        return OF_TRAVEL.contains(this);
    }

    public String code() {
        return code;
    }

    /** Of the booking request, named as there. */
    public String field() {
        return field;
    }

    public String sentence() {
        return sentence;
    }

    boolean waivedBy(Set<String> codes) {
        return soft() && codes.contains(code);
    }
}
