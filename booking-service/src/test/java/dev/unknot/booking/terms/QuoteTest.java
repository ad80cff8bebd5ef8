package dev.unknot.booking.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unknot.common.appointment.AddOn;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.terms.LocationTermsSnapshot;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuAddOn;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.problem.Rejection;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuoteTest {

    private static final TreatmentId SWEDISH = new TreatmentId(UUID.randomUUID());

    private final TreatmentSnapshot treatment = new TreatmentSnapshot(
            SWEDISH,
            Approach.SWEDISH,
            "Swedish",
            List.of(new Offer(60, euros(7_500)), new Offer(90, euros(10_500))),
            5,
            10,
            null,
            null,
            15,
            0);

    private final LocationTermsSnapshot terms = new LocationTermsSnapshot(
            new LocationId(UUID.randomUUID()),
            BookingPolicy.USUAL,
            new Menu(
                    List.of(new MenuEntry(SWEDISH, 60, euros(8_925), new BigDecimal("19"))),
                    List.of(
                            new MenuAddOn("hot-stones", "Hot stones", 15, euros(1_070), new BigDecimal("7")),
                            new MenuAddOn("tea", "Tea", 0, euros(300), null))));

    @Test
    void whereThereIsNoMenuTheTreatmentsOwnOffersHoldAndTheTaxIsNotKnown() {
        LocationTermsSnapshot usual = LocationTermsSnapshot.usual(terms.id());

        assertThat(Quote.of(usual, treatment, 90, 1, List.of())).contains(new Quote(euros(10_500), null, List.of()));
        assertThat(Quote.of(usual, treatment, 75, 1, List.of())).isEmpty();
    }

    @Test
    void theMenuOfTheLocationComesBeforeTheOffers() {
        assertThat(Quote.of(terms, treatment, 60, 1, List.of()))
                .contains(new Quote(euros(8_925), euros(1_425), List.of()));
        assertThat(Quote.of(terms, treatment, 90, 1, List.of())).isEmpty();
    }

    @Test
    void addOnsCountInTimeAndMoneyForEachWhoTakesPart() {
        Quote quote = Quote.of(terms, treatment, 60, 2, List.of("hot-stones")).orElseThrow();

        assertThat(quote.price()).isEqualTo(euros(2 * (8_925 + 1_070)));
        assertThat(quote.tax()).isEqualTo(euros(2 * (1_425 + 70)));
        assertThat(quote.addOns()).containsExactly(new AddOn("hot-stones", "Hot stones", 15, euros(2_140)));
        assertThat(quote.addedMinutes()).isEqualTo(15);
    }

    @Test
    void theTaxIsNotKnownWhereThatOfOnePartIsNot() {
        assertThat(Quote.of(terms, treatment, 60, 1, List.of("tea"))
                        .orElseThrow()
                        .tax())
                .isNull();
    }

    @Test
    void anAddOnThatIsNotGivenHereOrNamedTwiceIsRefusedWhereItStands() {
        assertThat(refused("hot-stones", "mud")).isEqualTo("unknown-add-on at addOns[1]");
        assertThat(refused("tea", "tea")).isEqualTo("add-on-twice at addOns[1]");
    }

    private String refused(String... codes) {
        Rejection rejection =
                catchThrowableOfType(Rejection.class, () -> Quote.of(terms, treatment, 60, 1, List.of(codes)));
        return rejection.code() + " at " + rejection.errors().getFirst().field();
    }

    private static Money euros(long cents) {
        return new Money(cents, "EUR");
    }
}
