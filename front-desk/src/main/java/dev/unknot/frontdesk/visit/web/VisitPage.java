package dev.unknot.frontdesk.visit.web;

import dev.unknot.common.location.Address;
import dev.unknot.frontdesk.visit.Stage;
import dev.unknot.frontdesk.visit.Visit;
import java.time.Instant;
import java.util.Locale;

/**
 * A visit in words, for the templates.
 *
 * @param unsettled whether the clinic still looks for a therapist or a room for it
 */
public record VisitPage(
        Stage stage,
        boolean unsettled,
        long people,
        String treatment,
        int minutes,
        String therapist,
        String day,
        String time,
        String zone,
        String clinic,
        String street,
        String city,
        String phone,
        String price) {

    static VisitPage of(Visit visit, Locale language, Instant now) {
        VisitWords words = new VisitWords(language, visit.clinic());
        Address address = visit.clinic().address();
        return new VisitPage(
                visit.stage(now),
                visit.unsettled(now),
                visit.people(),
                visit.treatment().in(language),
                visit.appointment().minutes(),
                visit.therapist(),
                words.day(visit.start().toLocalDate()),
                words.time(visit.start()) + " – " + words.time(visit.end()),
                words.zone(visit.start()),
                visit.clinic().name(),
                address.street(),
                address.town(),
                visit.clinic().phone(),
                words.price(visit.appointment().price()));
    }

    /** A message's key, such as {@code visit.state.booked}. */
    public String state() {
        return unsettled
                ? "visit.state.unsettled"
                : "visit.state." + stage.name().toLowerCase(Locale.ROOT);
    }

    /** For a {@code tel:} link. */
    public String dial() {
        return phone.replaceAll("[^+0-9]", "");
    }

    /** It can be said yes to: who says so would otherwise be promised what the clinic does not have. */
    public boolean confirmable() {
        return stage == Stage.BOOKED && !unsettled;
    }

    /** CSS class of the tag that shows the state. */
    public String tag() {
        if (unsettled) {
            return "displaced";
        }
        return switch (stage) {
            case BOOKED -> "booked";
            case CONFIRMED -> "confirmed";
            case HERE -> "in-session";
            case PAST, COMPLETED -> "completed";
            case MISSED -> "no-show";
            case CANCELLED -> "cancelled";
        };
    }
}
