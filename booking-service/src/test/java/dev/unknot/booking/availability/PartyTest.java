package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.ANNA;
import static dev.unknot.booking.availability.Clinic.DAY;
import static dev.unknot.booking.availability.Clinic.JONAS;
import static dev.unknot.booking.availability.Clinic.LINDEN;
import static dev.unknot.booking.availability.Clinic.MIRA;
import static dev.unknot.booking.availability.Clinic.MONDAY;
import static dev.unknot.booking.availability.Clinic.NOW;
import static dev.unknot.booking.availability.Clinic.PRATER;
import static dev.unknot.booking.availability.Clinic.ZONE;
import static dev.unknot.booking.availability.Clinic.at;
import static dev.unknot.booking.availability.Clinic.claim;
import static dev.unknot.booking.availability.Clinic.linden;
import static dev.unknot.booking.availability.Clinic.prater;
import static dev.unknot.booking.availability.Clinic.swedish;
import static dev.unknot.booking.availability.Clinic.taking;
import static dev.unknot.booking.availability.Clinic.therapist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several at once at the Prater, in a room for three, with Mira and Jonas at work. */
class PartyTest {

    private static final ClientId BEN = new ClientId(new UUID(0, 15));
    private static final ClientId CEM = new ClientId(new UUID(0, 25));
    private static final RoomId EICHE = new RoomId(new UUID(0, 12));
    private static final Seat ANNA_BY_ANYONE = new Seat(ANNA, null);
    private static final Seat BEN_BY_ANYONE = new Seat(BEN, null);

    private final Availability availability = Clinic.opened();

    @BeforeEach
    void openALargerRoomAndHireJonas() {
        availability.learn(prater(List.of(linden(3, List.of()))), 2);
        learn(JONAS, "swedish");
    }

    @Test
    void aCoupleHasATherapistEachAndTwoPlacesOfOneRoom() {
        Seating seating = best(party(ANNA_BY_ANYONE, BEN_BY_ANYONE));

        assertThat(seating.therapists()).containsExactlyInAnyOrder(MIRA, JONAS);
        assertThat(seating.places()).containsExactly(new RoomPlace(LINDEN, 0), new RoomPlace(LINDEN, 1));
    }

    @Test
    void aGroupSharesTheTherapistItNames() {
        Seating seating = best(party(new Seat(ANNA, JONAS), new Seat(BEN, JONAS), new Seat(CEM, JONAS)));

        assertThat(seating.therapists()).containsExactly(JONAS, JONAS, JONAS);
        assertThat(seating.places()).hasSize(3);
    }

    @Test
    void whoeverIsNamedIsNotGivenToTheOthers() {
        assertThat(best(party(ANNA_BY_ANYONE, new Seat(BEN, MIRA))).therapists())
                .containsExactly(JONAS, MIRA);
        assertThat(best(party(ANNA_BY_ANYONE, new Seat(BEN, JONAS))).therapists())
                .containsExactly(MIRA, JONAS);
    }

    @Test
    void threeWhoEachNeedATherapistAreTooManyForTwo() {
        assertRefused(
                party(ANNA_BY_ANYONE, BEN_BY_ANYONE, new Seat(CEM, null)), "too-few-therapists", "participants", 0);
    }

    @Test
    void aLaterSeatSendsAnEarlierOneToAnotherTherapist() {
        List<Choice.Table> tables = List.of(
                new Choice.Table(List.of(0), List.of(MIRA, JONAS)), new Choice.Table(List.of(1), List.of(MIRA)));

        assertThat(new Matching(tables, Set.of()).bySeat(2)).contains(List.of(JONAS, MIRA));
        assertThat(new Matching(tables, Set.of(JONAS.value())).bySeat(2)).isEmpty();
    }

    @Test
    void oneRoomHasAPlaceForEachOfThem() {
        availability.learn(prater(List.of(linden(1, List.of()), room(EICHE, 2, "table", "hydro"))), 3);

        assertThat(best(party(ANNA_BY_ANYONE)).room()).as("the least capable").isEqualTo(LINDEN);
        assertThat(best(party(ANNA_BY_ANYONE, BEN_BY_ANYONE)).room()).isEqualTo(EICHE);
        assertRefused(
                party(new Seat(ANNA, MIRA), new Seat(BEN, MIRA), new Seat(CEM, MIRA)),
                "room-too-small",
                "participants",
                0);
        taken(claim(new RoomPlace(EICHE, 0), at(10, 0), at(11, 0)));
        assertRefused(party(ANNA_BY_ANYONE, BEN_BY_ANYONE), "slot-taken", "start", 0);
    }

    @Test
    void theOnlyRoomLargeEnoughIsOutOfUse() {
        List<TimeRange> outages = List.of(new TimeRange(at(10, 30), at(12, 0)));
        availability.learn(
                prater(List.of(linden(1, List.of()), new RoomSnapshot(EICHE, "Eiche", Set.of("table"), 2, 0, outages))),
                3);

        assertRefused(party(ANNA_BY_ANYONE, BEN_BY_ANYONE), "room-out", "start", 0);
    }

    @Test
    void theRoomNamedIsTakenOrItIsSaidWhyNot() {
        availability.learn(
                prater(List.of(
                        linden(1, List.of()),
                        room(EICHE, 2, "table", "hydro"),
                        room(new RoomId(new UUID(0, 13)), 1),
                        new RoomSnapshot(
                                new RoomId(new UUID(0, 14)),
                                "Buche",
                                Set.of("table"),
                                1,
                                0,
                                List.of(new TimeRange(at(10, 30), at(12, 0)))))),
                3);

        assertThat(best(in(EICHE, ANNA_BY_ANYONE)).room()).isEqualTo(EICHE);
        assertRefused(in(new RoomId(new UUID(9, 9)), ANNA_BY_ANYONE), "unknown-room", "roomId", 0);
        assertRefused(in(new RoomId(new UUID(0, 13)), ANNA_BY_ANYONE), "room-lacks-capability", "roomId", 0);
        assertRefused(in(LINDEN, ANNA_BY_ANYONE, BEN_BY_ANYONE), "room-too-small", "roomId", 0);
        assertRefused(in(new RoomId(new UUID(0, 14)), ANNA_BY_ANYONE), "room-out", "roomId", 0);
        taken(claim(new RoomPlace(LINDEN, 0), at(9, 0), at(11, 0)));
        assertRefused(in(LINDEN, ANNA_BY_ANYONE), "room-taken", "roomId", 0);
    }

    @Test
    void aRefusalSaysWhoseWishItIsAbout() {
        learn(JONAS, "shiatsu");
        assertRefused(party(ANNA_BY_ANYONE, new Seat(BEN, JONAS)), "therapist-lacks-skill", "therapistId", 1);

        taken(claim(MIRA, at(9, 0), at(18, 0)));
        assertRefused(party(new Seat(ANNA, MIRA), new Seat(BEN, MIRA)), "slot-taken", "therapistId", 0);
        assertRefused(party(new Seat(ANNA, MIRA)), "slot-taken", "start", 0);
    }

    @Test
    void ofThoseFreeTheLeastBookedOfTheWeekComesFirst() {
        assertThat(best(party(ANNA_BY_ANYONE)).therapists())
                .as("none booked: by id")
                .containsExactly(MIRA);

        taken(claim(MIRA, at(14, 0), at(15, 0)));
        assertThat(best(party(ANNA_BY_ANYONE)).therapists()).containsExactly(JONAS);

        Instant sunday = MONDAY.plusDays(6).atTime(23, 0).atZone(ZONE).toInstant();
        learnVisit(2, claim(JONAS, sunday, sunday.plusSeconds(7200)));
        assertThat(best(party(ANNA_BY_ANYONE)).therapists())
                .as("an hour each before next Monday")
                .containsExactly(MIRA);
        learnVisit(3, claim(JONAS, sunday.plusSeconds(3600), sunday.plusSeconds(7200)));
        assertThat(best(party(ANNA_BY_ANYONE)).therapists())
                .as("next week's hours do not count")
                .containsExactly(JONAS);
    }

    @Test
    void whatMovesKeepsItsTherapistsTogetherWhereTheyAreFree() {
        Seat anna = new Seat(ANNA, null, JONAS);
        Seat ben = new Seat(BEN, null, JONAS);
        assertThat(best(party(anna, ben)).therapists()).containsExactly(JONAS, JONAS);

        taken(claim(JONAS, at(9, 0), at(18, 0)));
        assertThat(best(party(anna, ben)).therapists()).containsExactly(MIRA, MIRA);
    }

    @Test
    void whoOverbooksPassesOverTheTherapistsClaimsAndNoOthers() {
        taken(claim(MIRA, at(9, 0), at(18, 0)));
        assertThat(availability.assess(overbooking(new Seat(ANNA, MIRA)))).isInstanceOf(PartyVerdict.Fits.class);

        learnVisit(2, claim(ANNA, at(10, 0), at(11, 0)));
        assertRefused(overbooking(new Seat(ANNA, MIRA)), "slot-taken", "start", 0);
        learnVisit(
                3,
                claim(new RoomPlace(LINDEN, 0), at(9, 0), at(18, 0)),
                claim(new RoomPlace(LINDEN, 1), at(9, 0), at(18, 0)),
                claim(new RoomPlace(LINDEN, 2), at(9, 0), at(18, 0)));
        assertRefused(overbooking(new Seat(ANNA, MIRA)), "slot-taken", "start", 0);
    }

    private void learn(TherapistId id, String skill) {
        availability.learn(
                therapist(id, TherapistState.ACTIVE, Set.of(skill), null, List.of(new WorkingTime(PRATER, DAY))),
                availability.version(id) + 1);
    }

    private void taken(Claim claim) {
        availability.learn(taking(new AppointmentId(new UUID(0, 77)), 1, claim));
    }

    private void learnVisit(long version, Claim... claims) {
        availability.learn(taking(new AppointmentId(new UUID(0, 78)), version, claims));
    }

    private static RoomSnapshot room(RoomId id, int places, String... capabilities) {
        return new RoomSnapshot(id, "Eiche", Set.of(capabilities), places, 10, List.of());
    }

    private Seating best(PartyWish wish) {
        PartyVerdict verdict = availability.assess(wish);
        assertThat(verdict).isInstanceOf(PartyVerdict.Fits.class);
        return ((PartyVerdict.Fits) verdict).choice().best(Set.of()).orElseThrow();
    }

    private void assertRefused(PartyWish wish, String code, String field, int seat) {
        assertThat(availability.assess(wish)).isInstanceOfSatisfying(PartyVerdict.Refused.class, refused -> {
            assertThat(refused.rule().code()).isEqualTo(code);
            assertThat(refused.rule().field()).isEqualTo(field);
            assertThat(refused.seat()).isEqualTo(seat);
        });
    }

    private static PartyWish party(Seat... seats) {
        return in(null, seats);
    }

    private static PartyWish in(@Nullable RoomId room, Seat... seats) {
        return wish(room, false, seats);
    }

    private static PartyWish overbooking(Seat... seats) {
        return wish(null, true, seats);
    }

    private static PartyWish wish(@Nullable RoomId room, boolean overbook, Seat... seats) {
        return new PartyWish(
                swedish(),
                60,
                0,
                PRATER,
                at(10, 0),
                List.of(seats),
                room,
                null,
                null,
                Set.of(),
                false,
                overbook,
                false,
                NOW);
    }
}
