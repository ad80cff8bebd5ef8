package dev.unknot.devstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.PutPattern;
import dev.unknot.common.therapist.Shift;
import dev.unknot.common.treatment.CreateTreatment;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChainTest {

    private final Chain chain = Chain.read();
    private final Map<String, LocationId> places = chain.locations().stream()
            .map(Chain.Place::code)
            .collect(Collectors.toMap(Function.identity(), code -> new LocationId(UUID.randomUUID())));

    @Test
    void everyShiftIsAtAKnownPlace() {
        assertThat(chain.therapists()).allSatisfy(worker -> {
            assertThat(worker.pattern(places).shifts()).isNotEmpty();
            assertThat(worker.asRequest(places).locations()).isNotEmpty();
        });
    }

    @Test
    void everyTreatmentCanBeGivenAtEveryPlace() {
        assertThat(chain.locations())
                .allSatisfy(place -> assertThat(chain.treatments()).allSatisfy(treatment -> {
                    assertThat(place.rooms())
                            .anyMatch(room -> room.capabilities().contains(treatment.capability()));
                    assertThat(chain.therapists())
                            .anyMatch(worker -> worker.skills().contains(treatment.skill())
                                    && worker.asRequest(places).locations().contains(places.get(place.code())));
                }));
    }

    @Test
    void everyPlaceSellsInTheCurrencyOfItsCountry() {
        assertThat(chain.locations()).allSatisfy(place -> {
            String currency = Currency.getInstance(Locale.of("", place.address().country()))
                    .getCurrencyCode();
            List<String> sold = place.menu() == null
                    ? chain.treatments().stream()
                            .flatMap(treatment -> treatment.offers().stream())
                            .map(offer -> offer.price().currency())
                            .toList()
                    : place.menu().stream()
                            .map(words -> MenuWords.of(words).currency().getCurrencyCode())
                            .toList();
            assertThat(sold).isNotEmpty().containsOnly(currency);
        });
    }

    @Test
    void everyPlaceSellsEveryTreatment() {
        assertThat(chain.locations())
                .filteredOn(place -> place.menu() != null)
                .allSatisfy(place -> assertThat(place.menu())
                        .extracting(words -> MenuWords.of(words).approach())
                        .containsAll(chain.treatments().stream()
                                .map(CreateTreatment::approach)
                                .toList()));
    }

    @Test
    void everyPlaceHasADayUnderWayOnEveryDayOfEveryWeek() {
        assertThat(chain.locations())
                .allSatisfy(place -> assertThat(DayOfWeek.values()).allSatisfy(day -> {
                    assertThat(place.asRequest().openingHours()).anyMatch(hours -> hours.day() == day);
                    assertThat(chain.therapists()).anyMatch(worker -> worksInEachWeek(worker, place, day));
                }));
    }

    private boolean worksInEachWeek(Chain.Worker worker, Chain.Place place, DayOfWeek day) {
        PutPattern rota = worker.pattern(places);
        return rota.shifts().stream()
                        .filter(shift ->
                                shift.day() == day && shift.locationId().equals(places.get(place.code())))
                        .map(Shift::week)
                        .distinct()
                        .count()
                == rota.weeks();
    }

    @Test
    void everyClientCanBeReachedAndHasAHome() {
        assertThat(chain.clients()).hasSize(40).allSatisfy(guest -> {
            assertThat(guest.phone() != null || guest.email() != null).isTrue();
            assertThat(places).containsKey(guest.home());
        });
    }

    @Test
    void hoursAreReadDayByDay() {
        WeekWords words = WeekWords.of("MON-WED 09:00-17:30 berlin");

        assertThat(words.days()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);
        assertThat(words.end()).isEqualTo(LocalTime.of(17, 30));
        assertThat(words.place()).isEqualTo("berlin");
    }

    @Test
    void hoursOfOneWeekOfTheRotaAreWorkedInThatWeekAndTheOthersInEach() {
        assertThat(WeekWords.of("2/2 SAT 09:00-13:00 berlin").weeksOf(4)).containsExactly(2, 4);
        assertThat(WeekWords.of("SAT 09:00-13:00 berlin").weeksOf(2)).containsExactly(1, 2);
    }

    @Test
    void hoursNobodyCanReadAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WeekWords.of("weekdays nine to five"));
    }
}
