package dev.unknot.booking.availability;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.time.Grid;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How short a gap can be and still be sold, by everything that a location sells and by what is asked for. */
record Shortest(List<Sold> sold) {

    /** @param minutes of the shortest session sold of it */
    record Sold(TreatmentSnapshot treatment, int minutes) {}

    static Shortest at(LocationId location, Ask ask, KnownTreatments treatments, KnownTerms terms) {
        List<Sold> sold = new ArrayList<>();
        sold.add(new Sold(ask.treatment(), ask.session() * Grid.MINUTES));
        sold.addAll(sold(terms.of(location).menu(), treatments, ask.now()));
        return new Shortest(List.copyOf(sold));
    }

    /** Each treatment that is sold, in its shortest length. Those sold until yesterday may be among them. */
    static List<Sold> sold(@Nullable Menu menu, KnownTreatments treatments, Instant now) {
        LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        List<Sold> sold = new ArrayList<>();
        for (TreatmentSnapshot treatment : treatments.all()) {
            LocalDate lastDay = treatment.lastDay();
            if (lastDay == null || !lastDay.isBefore(yesterday)) {
                lengths(treatment, menu).min().ifPresent(minutes -> sold.add(new Sold(treatment, minutes)));
            }
        }
        return sold;
    }

    private static IntStream lengths(TreatmentSnapshot treatment, @Nullable Menu menu) {
        return menu == null
                ? treatment.offers().stream().mapToInt(Offer::minutes)
                : menu.entries().stream()
                        .filter(entry -> entry.treatmentId().equals(treatment.id()))
                        .mapToInt(MenuEntry::minutes);
    }

    /** In cells, with preparation and rest. */
    int forTherapist(TherapistTime therapist) {
        return CellTime.ofMinutes(sold.stream()
                .filter(one ->
                        one.treatment.skill() == null || therapist.skills().contains(one.treatment.skill()))
                .mapToInt(one -> one.treatment.beforeMinutes() + one.minutes + one.treatment.afterMinutes())
                .min()
                .orElse(0));
    }

    /** In cells, with turnover. */
    int inRoom(RoomTime room) {
        return room.turnover()
                + CellTime.ofMinutes(sold.stream()
                        .filter(one -> room.has(one.treatment.capability()))
                        .mapToInt(Sold::minutes)
                        .min()
                        .orElse(0));
    }
}
