package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.ANNA;
import static dev.unknot.booking.availability.Clinic.DAY;
import static dev.unknot.booking.availability.Clinic.HORIZON;
import static dev.unknot.booking.availability.Clinic.MIRA;
import static dev.unknot.booking.availability.Clinic.MONDAY;
import static dev.unknot.booking.availability.Clinic.NOW;
import static dev.unknot.booking.availability.Clinic.PRATER;
import static dev.unknot.booking.availability.Clinic.ZONE;
import static dev.unknot.booking.availability.Clinic.at;
import static dev.unknot.booking.availability.Clinic.claim;
import static dev.unknot.booking.availability.Clinic.linden;
import static dev.unknot.booking.availability.Clinic.swedish;
import static dev.unknot.booking.availability.Clinic.therapist;
import static dev.unknot.booking.availability.Clinic.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.Claim;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.terms.LocationTermsSnapshot;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The Prater under terms of its own, and a second location: an hour's way off in Favoriten, or wherever a test puts it. */
class TermsRulesTest {

    private static final LocationId FAVORITEN = new LocationId(new UUID(0, 11));
    private static final Travel ON_FOOT = new Travel(5, Duration.ofMinutes(8), Duration.ofHours(12));

    private final Availability availability = new Availability(ON_FOOT);

    TermsRulesTest() {
        availability.learn(location(PRATER, 48.2167, 16.3958), 1);
        // 4.86 km as the crow flies: 58 minutes and 20 seconds on foot, and 8 minutes: 70 on the grid.
        availability.learn(location(FAVORITEN, 48.1730, 16.3958), 1);
        TimeRange tuesday = new TimeRange(later(DAY.start(), 1), later(DAY.end(), 1));
        TimeRange nextMonday = new TimeRange(later(DAY.start(), 7), later(DAY.end(), 7));
        availability.learn(
                therapist(
                        MIRA,
                        TherapistState.ACTIVE,
                        Set.of("swedish"),
                        null,
                        List.of(
                                new WorkingTime(PRATER, DAY),
                                new WorkingTime(PRATER, tuesday),
                                new WorkingTime(PRATER, nextMonday))),
                1);
    }

    @Test
    void noticeIsTheLongerOfTheTreatmentsAndTheLocations() {
        put(policy(null, 60, null));
        refusedBy(Rule.NOTICE_KEPT, at(8, 45));

        put(policy(null, 240, null));
        refusedBy(Rule.NOTICE_KEPT, at(10, 45));
        fits(at(11, 0));
    }

    @Test
    void cadenceIsTheLocationsWhereItHasOne() {
        put(policy(60, null, null));

        refusedBy(Rule.ON_CADENCE, at(10, 15));
        fits(at(10, 0));
    }

    @Test
    void theHorizonEndsWithTheLastOfItsLocalDays() {
        put(policy(null, null, 1));

        fits(later(at(16, 0), 1));
        refusedBy(Rule.NOT_TOO_FAR, later(at(10, 0), 7));
    }

    @Test
    void aMenuSellsWhatIsOnItAndNothingElse() {
        put(new Menu(List.of(new MenuEntry(swedish().id(), 75, new Money(7_000, "EUR"), null)), List.of()));

        refusedBy(Rule.ON_THE_MENU, at(10, 0));
        assertThat(assess(75, at(10, 0), Set.of())).isInstanceOf(Verdict.Fits.class);
        assertThat(search(75, Set.of())).contains(at(10, 0));
        availability.learn(LocationTermsSnapshot.usual(PRATER), 9);
        assertThat(assess(75, at(10, 0), Set.of())).isEqualTo(Verdict.Refused.by(Rule.MINUTES_OFFERED));
        assertThat(search(75, Set.of())).isEmpty();
    }

    @Test
    void aBarredClientIsBookedForNothingAndNobodyWaivesThat() {
        availability.learn(new ClientStanding(ANNA, 2, true, Set.of()));
        availability.learn(ClientStanding.good(ANNA, 1));

        refusedBy(Rule.CLIENT_WELCOME, at(10, 0));
        assertThat(assess(60, at(10, 0), Set.of(Rule.CLIENT_WELCOME.code())))
                .isEqualTo(Verdict.Refused.by(Rule.CLIENT_WELCOME));
        availability.learn(ClientStanding.good(ANNA, 3));
        fits(at(10, 0));
    }

    @Test
    void aClientNeverComesToATherapistTheyAvoid() {
        availability.learn(new ClientStanding(ANNA, 2, false, Set.of(MIRA)));

        refusedBy(Rule.THERAPIST_WANTED, at(10, 0));
    }

    @Test
    void whoMissedTooManyVisitsNeedsApproval() {
        put(new BookingPolicy(null, null, null, null, null, null, Duration.ZERO, Duration.ZERO, 2, 12));
        missed(1, MONDAY.minusMonths(12).atTime(7, 0).atZone(ZONE).toInstant());
        missed(2, MONDAY.minusMonths(12).atTime(6, 55).atZone(ZONE).toInstant());
        fits(at(10, 0));

        missed(3, later(at(10, 0), -1));
        refusedUnlessWaived(Rule.CLIENT_APPROVED, at(10, 0));

        availability.learn(new Attendance(new UUID(5, 3), 2, later(at(10, 0), -1), Set.of()));
        fits(at(10, 0));
    }

    @Test
    void aClientHasSoManySessionsADayWhereverTheyAre() {
        put(limits(1, null, null));
        visit(1, FAVORITEN, claim(ANNA, later(at(9, 0), 1), later(at(10, 0), 1)));

        fits(at(10, 0));
        refusedUnlessWaived(Rule.CLIENT_DAY, later(at(15, 0), 1));
    }

    @Test
    void aDayEndsAtTheLocationsMidnight() {
        put(limits(1, null, null));
        visit(1, FAVORITEN, claim(ANNA, at(23, 55), later(at(0, 55), 1)));

        refusedBy(Rule.CLIENT_DAY, at(10, 0));
        fits(later(at(10, 0), 1));
    }

    @Test
    void aClientHasSoManySessionsAWeekFromMonday() {
        put(limits(null, 2, null));
        visit(1, FAVORITEN, claim(ANNA, later(at(10, 0), -1), later(at(11, 0), -1)));
        visit(2, FAVORITEN, claim(ANNA, later(at(10, 0), 3), later(at(11, 0), 3)));
        fits(at(10, 0));

        visit(3, FAVORITEN, claim(ANNA, later(at(22, 0), 6), later(at(23, 0), 6)));
        refusedUnlessWaived(Rule.CLIENT_WEEK, at(10, 0));
        fits(later(at(10, 0), 7));
    }

    @Test
    void aTherapistHasSoManySessionsADayAndABlockIsNone() {
        put(limits(null, null, 1));
        availability.learn(
                new Commitment(new UUID(6, 1), 1, PRATER, null, List.of(claim(MIRA, at(16, 0), at(17, 0))), null));
        fits(at(10, 0));

        visit(2, PRATER, claim(MIRA, at(13, 0), at(14, 0)));
        refusedUnlessWaived(Rule.THERAPIST_DAY, at(10, 0));
        fits(later(at(10, 0), 1));
    }

    @Test
    void aClientComesFromElsewhereAndGoesThere() {
        visit(1, FAVORITEN, claim(ANNA, at(12, 0), at(13, 0)));

        fits(at(9, 45));
        refusedUnlessWaived(Rule.CLIENT_ON_THE_WAY, at(10, 0));
        refusedBy(Rule.CLIENT_ON_THE_WAY, at(14, 0));
        fits(at(14, 15));
    }

    @Test
    void aTherapistTravelsBetweenTheirClaimsBuffersIncluded() {
        visit(1, FAVORITEN, claim(MIRA, at(12, 0), at(13, 0)));

        refusedUnlessWaived(Rule.THERAPIST_ON_THE_WAY, at(9, 45));
        fits(at(9, 30));
        fits(at(14, 15));
    }

    @Test
    void nobodyTravelsWithinALocationOrWhereNobodyKnowsWhereItIs() {
        visit(1, PRATER, claim(ANNA, at(12, 0), at(13, 0)));
        fits(at(11, 0));

        availability.learn(location(FAVORITEN, null, null), 2);
        visit(1, 2, FAVORITEN, claim(ANNA, at(12, 0), at(13, 0)));
        fits(at(11, 0));
    }

    private void put(BookingPolicy policy) {
        availability.learn(new LocationTermsSnapshot(PRATER, policy, null), version++);
    }

    private void put(Menu menu) {
        availability.learn(new LocationTermsSnapshot(PRATER, BookingPolicy.USUAL, menu), version++);
    }

    private long version = 1;

    private static BookingPolicy policy(
            @Nullable Integer cadence, @Nullable Integer notice, @Nullable Integer horizon) {
        return new BookingPolicy(cadence, notice, horizon, null, null, null, Duration.ZERO, Duration.ZERO, null, null);
    }

    private static BookingPolicy limits(@Nullable Integer day, @Nullable Integer week, @Nullable Integer therapist) {
        return new BookingPolicy(null, null, null, day, week, therapist, Duration.ZERO, Duration.ZERO, null, null);
    }

    private void missed(int visit, Instant start) {
        availability.learn(new Attendance(new UUID(5, visit), 1, start, Set.of(ANNA)));
    }

    private void visit(int number, LocationId where, Claim claim) {
        visit(number, 1, where, claim);
    }

    private void visit(int number, long version, LocationId where, Claim claim) {
        availability.learn(new Commitment(new UUID(7, number), version, where, claim.during(), List.of(claim), null));
    }

    private void fits(Instant start) {
        assertThat(assess(60, start, Set.of())).isInstanceOf(Verdict.Fits.class);
        assertThat(search(60, Set.of())).contains(start);
    }

    private void refusedBy(Rule rule, Instant start) {
        assertThat(assess(60, start, Set.of())).isEqualTo(Verdict.Refused.by(rule));
        assertThat(search(60, Set.of())).doesNotContain(start);
    }

    private void refusedUnlessWaived(Rule rule, Instant start) {
        refusedBy(rule, start);
        assertThat(assess(60, start, Set.of(rule.code()))).isInstanceOf(Verdict.Fits.class);
        assertThat(search(60, Set.of(rule.code()))).contains(start);
    }

    private Verdict assess(int minutes, Instant start, Set<String> waived) {
        BookingWish wish = wish(start);
        return availability.assess(
                new BookingWish(wish.treatment(), minutes, PRATER, start, MIRA, ANNA, null, waived, false, NOW));
    }

    private List<Instant> search(int minutes, Set<String> waived) {
        SlotQuery query = new SlotQuery(
                swedish(),
                minutes,
                Set.of(PRATER),
                MIRA,
                null,
                ANNA,
                null,
                HORIZON.start(),
                later(HORIZON.start(), 14),
                null,
                1_000,
                waived,
                NOW);
        return availability.search(query).stream()
                .map(opening -> opening.session().start())
                .toList();
    }

    private static Instant later(Instant instant, int days) {
        return instant.plus(Duration.ofDays(days));
    }

    private static LocationSnapshot location(LocationId id, @Nullable Double latitude, @Nullable Double longitude) {
        Address address = new Address("Hauptallee 1", "1020", "Wien", "AT", latitude, longitude);
        TimeRange always = HORIZON;
        return new LocationSnapshot(
                id, "Prater", ZONE, address, "+43 1 234567", HORIZON, List.of(always), List.of(linden(3, List.of())));
    }
}
