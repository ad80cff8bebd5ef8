package dev.unknot.booking.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.access.Role;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.terms.BookingPolicyView;
import dev.unknot.common.terms.LocationTermsSnapshot;
import dev.unknot.common.terms.Menu;
import dev.unknot.common.terms.MenuAddOn;
import dev.unknot.common.terms.MenuEntry;
import dev.unknot.common.terms.MenuView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.CreateTreatment;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class TermsApiTest {

    private static final String STRICT =
            "{'cadenceMinutes':30,'noticeMinutes':180,'horizonDays':60,'sessionsPerClientPerDay':1,"
                    + "'sessionsPerClientPerWeek':3,'sessionsPerTherapistPerDay':6,'cancellationWindow':'PT48H',"
                    + "'noShowGrace':'PT10M','noShowsBeforeApproval':2,'noShowMonths':12}";

    private final LocationId location = new LocationId(UUID.randomUUID());

    @LocalServerPort
    private int port;

    @Autowired
    private Availability availability;

    @Autowired
    private TopicReader topics;

    private Http owner;

    @BeforeEach
    void theLocationIsKnown() {
        owner = Http.at(port).as(Tokens.owner());
        TimeRange horizon = TimeRange.of(Instant.now(), Duration.ofDays(2));
        Address address = new Address("Lindengasse 1", "1070", "Wien", "AT");
        availability.learn(
                new LocationSnapshot(
                        location,
                        "Neubau",
                        ZoneId.of("Europe/Vienna"),
                        address,
                        "+43 1 1",
                        horizon,
                        List.of(),
                        List.of()),
                1);
        Probe.waitUntil("the index is complete", availability::complete);
    }

    @Test
    void aLocationThatNeverPutTermsHasTheUsualOnes() {
        Answer policy = Http.at(port).as(Tokens.of(Role.THERAPIST, location)).get(policyPath());
        Answer menu = owner.get(menuPath());

        assertThat(policy.etag()).isEqualTo("\"0\"");
        assertThat(policy.body(BookingPolicyView.class))
                .isEqualTo(BookingPolicyView.of(location, 0, BookingPolicy.USUAL));
        assertThat(menu.etag()).isEqualTo("\"0\"");
        assertThat(menu.body(MenuView.class)).isEqualTo(new MenuView(location, 0, List.of(), List.of()));
    }

    @Test
    void aPolicyAndAMenuArePutEachInVersionsOfItsOwnAndAnnouncedTogether() {
        Answer policy = put(policyPath(), "\"0\"", STRICT);
        assertThat(policy.status()).as("%s", policy).isEqualTo(200);
        assertThat(policy.etag()).isEqualTo("\"1\"");
        assertThat(owner.get(policyPath()).body()).isEqualTo(policy.body());

        Menu menu = menu(treatment());
        Answer put = owner.put(menuPath(), menu, "If-Match", "\"0\"");
        assertThat(put.status()).as("%s", put).isEqualTo(200);
        assertThat(put.etag()).isEqualTo("\"1\"");
        assertThat(owner.get(menuPath()).body(MenuView.class))
                .isEqualTo(new MenuView(location, 1, menu.entries(), menu.addOns()));

        LocationTermsSnapshot announced = announced(terms -> terms.menu() != null);
        assertThat(announced.policy().sessionsPerClientPerDay()).isEqualTo(1);
        assertThat(announced.policy().noShowGrace()).isEqualTo(Duration.ofMinutes(10));
        assertThat(announced.menu()).isEqualTo(menu);
        assertThat(availability.terms(location)).isEqualTo(announced);
    }

    @Test
    void termsThatAreOnlyTriedAnswerAlikeAndNothingChanges() {
        LocationTermsSnapshot before = availability.terms(location);
        Menu menu = menu(treatment());

        Answer policy = put(policyPath() + "?dryRun=true", "\"0\"", STRICT);
        Answer tried = owner.put(menuPath() + "?dryRun=true", menu, "If-Match", "\"0\"");

        assertThat(owner.get(policyPath()).etag()).isEqualTo("\"0\"");
        assertThat(owner.get(menuPath()).etag()).isEqualTo("\"0\"");
        assertThat(availability.terms(location)).isEqualTo(before);
        assertThat(policy.body()).isEqualTo(put(policyPath(), "\"0\"", STRICT).body());
        assertThat(tried.body())
                .isEqualTo(owner.put(menuPath(), menu, "If-Match", "\"0\"").body());
        assertThat(put(policyPath() + "?dryRun=true", "\"0\"", STRICT).code()).isEqualTo("version-mismatch");
    }

    @Test
    void anEmptyMenuSellsNothingWhichIsNotTheSameAsNone() {
        owner.put(menuPath(), new Menu(List.of(), List.of()), "If-Match", "\"0\"");

        assertThat(owner.get(menuPath()).etag()).isEqualTo("\"1\"");
        assertThat(availability.terms(location).menu()).isEqualTo(new Menu(List.of(), List.of()));
    }

    @Test
    void whoHasSeenAnOlderPolicyOrMenuIsRefused() {
        assertThat(put(policyPath(), "\"0\"", STRICT).status()).isEqualTo(200);

        assertThat(put(policyPath(), "\"0\"", STRICT).code()).isEqualTo("version-mismatch");
        assertThat(put(menuPath(), "\"1\"", "{'entries':[],'addOns':[]}").code())
                .isEqualTo("version-mismatch");
        assertThat(owner.put(policyPath(), STRICT.replace('\'', '"')).code()).isEqualTo("if-match-required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        422 | off-grid              | 'cadenceMinutes':30          | 'cadenceMinutes':31
        400 | invalid-request       | 'noticeMinutes':180          | 'noticeMinutes':-1
        400 | invalid-request       | 'horizonDays':60             | 'horizonDays':0
        400 | invalid-request       | 'sessionsPerClientPerDay':1  | 'sessionsPerClientPerDay':0
        422 | duration-out-of-range | 'cancellationWindow':'PT48H' | 'cancellationWindow':'PT721H'
        422 | duration-out-of-range | 'cancellationWindow':'PT48H' | 'cancellationWindow':'PT90S'
        422 | duration-out-of-range | 'noShowGrace':'PT10M'        | 'noShowGrace':'-PT10M'
        422 | no-shows-incomplete   | 'noShowMonths':12            | 'noShowMonths':null
        400 | invalid-request       | ,'noShowGrace':'PT10M'       | ~~
        """)
    void aPolicyThatCannotBeKeptIsRefused(int status, String code, String good, String bad) {
        Answer answer = put(policyPath(), "\"0\"", STRICT.replace(good, bad));

        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(owner.get(policyPath()).etag()).isEqualTo("\"0\"");
    }

    @Test
    void aMenuThatCannotBeSoldFromIsRefused() {
        TreatmentId treatment = treatment();
        Menu good = menu(treatment);
        MenuEntry hour = good.entries().getFirst();
        MenuAddOn stones = good.addOns().getFirst();
        MenuEntry unknown = new MenuEntry(new TreatmentId(UUID.randomUUID()), 60, hour.price(), null);
        MenuEntry offGrid = new MenuEntry(treatment, 61, hour.price(), null);
        MenuEntry dollars = new MenuEntry(treatment, 30, new Money(5000, "USD"), null);
        MenuEntry overtaxed = new MenuEntry(treatment, 30, hour.price(), new BigDecimal("101"));
        Money allThereIs = new Money(Long.MAX_VALUE, "EUR");
        MenuEntry dear = new MenuEntry(treatment, 30, allThereIs, null);
        MenuAddOn dearOnTop = new MenuAddOn("gold", "Gold", 0, allThereIs, null);

        assertThat(refusal(List.of(dear), List.of())).isEqualTo("invalid-request");
        assertThat(refusal(List.of(hour), List.of(dearOnTop))).isEqualTo("invalid-request");
        assertThat(refusal(List.of(hour, unknown), List.of())).isEqualTo("unknown-treatment");
        assertThat(refusal(List.of(hour, hour), List.of())).isEqualTo("length-offered-twice");
        assertThat(refusal(List.of(offGrid), List.of())).isEqualTo("off-grid");
        assertThat(refusal(List.of(hour, dollars), List.of())).isEqualTo("currencies-mixed");
        assertThat(refusal(List.of(overtaxed), List.of())).isEqualTo("invalid-request");
        assertThat(refusal(List.of(hour), List.of(stones, stones))).isEqualTo("add-on-twice");
        assertThat(owner.get(menuPath()).etag()).isEqualTo("\"0\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"FRONT_DESK", "THERAPIST", "CLIENT", "INTEGRATION"})
    void nobodyElseChangesThem(Role role) {
        Http other = Http.at(port).as(Tokens.of(role, location));

        assertThat(other.put(policyPath(), STRICT.replace('\'', '"'), "If-Match", "\"0\"")
                        .code())
                .isEqualTo("role-not-allowed");
        assertThat(other.put(menuPath(), menu(treatment()), "If-Match", "\"0\"").code())
                .isEqualTo("role-not-allowed");
    }

    @Test
    void aServiceThatSpeaksToClientsMayReadThePolicy() {
        assertThat(Http.at(port).as(Tokens.of(Role.SERVICE)).get(policyPath()).status())
                .isEqualTo(200);
    }

    @Test
    void anotherLocationsTermsAreNeitherShownNorChanged() {
        Http elsewhere = Http.at(port).as(Tokens.of(Role.MANAGER, new LocationId(UUID.randomUUID())));

        assertThat(elsewhere.get(policyPath()).code()).isEqualTo("unknown-location");
        assertThat(elsewhere.get(menuPath()).code()).isEqualTo("unknown-location");
        assertThat(elsewhere
                        .put(policyPath(), STRICT.replace('\'', '"'), "If-Match", "\"0\"")
                        .code())
                .isEqualTo("location-not-yours");
    }

    private String refusal(List<MenuEntry> entries, List<MenuAddOn> addOns) {
        return owner.put(menuPath(), new Menu(entries, addOns), "If-Match", "\"0\"")
                .code();
    }

    private static Menu menu(TreatmentId treatment) {
        return new Menu(
                List.of(
                        new MenuEntry(treatment, 60, new Money(9900, "EUR"), new BigDecimal("20")),
                        new MenuEntry(treatment, 75, new Money(11900, "EUR"), null)),
                List.of(new MenuAddOn("hot-stones", "Hot stones", 15, new Money(1500, "EUR"), new BigDecimal("8.1"))));
    }

    private TreatmentId treatment() {
        List<Offer> hour = List.of(new Offer(60, new Money(8900, "EUR")));
        Answer created = owner.post(
                "/api/v1/treatments", new CreateTreatment(Approach.SWEDISH, "Classic", hour, 0, 0, null, null, 15, 60));
        return TreatmentId.of(created.createdId());
    }

    private LocationTermsSnapshot announced(Predicate<LocationTermsSnapshot> which) {
        return Probe.eventually(
                "the terms are announced",
                () -> topics.read(Topics.TERMS, location.toString()).stream()
                        .map(record -> JsonMapper.shared().readValue(record.value(), LocationTermsSnapshot.class))
                        .filter(which)
                        .findFirst());
    }

    private Answer put(String path, String etag, String body) {
        return owner.put(path, body.replace('\'', '"'), "If-Match", etag);
    }

    private String policyPath() {
        return "/api/v1/locations/" + location + "/booking-policy";
    }

    private String menuPath() {
        return "/api/v1/locations/" + location + "/menu";
    }
}
