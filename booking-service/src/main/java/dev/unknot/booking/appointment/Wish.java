package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.BookAppointment.Seat;
import dev.unknot.common.money.Money;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Instant;

/** A booking asked for, with what it refers to looked up. */
record Wish(BookAppointment command, TreatmentSnapshot treatment, Waivers waivers, Instant now) {

    Seat seat() {
        return command.participants().getFirst();
    }

    /** Of a length that the rules have found to be offered. */
    Money price() {
        return treatment.offers().stream()
                .filter(offer -> offer.minutes() == command.minutes())
                .map(Offer::price)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(command.minutes() + " minutes are not offered"));
    }
}
