package dev.unknot.booking.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.event.Topics;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.money.Money;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.CreateTreatment;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.common.treatment.TreatmentView;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class TreatmentApiTest {

    private static final String PATH = "/api/v1/treatments";
    private static final Offer HOUR = new Offer(60, new Money(8900, "EUR"));
    private static final Offer LONG = new Offer(90, new Money(12900, "EUR"));

    @LocalServerPort
    private int port;

    @Autowired
    private TopicReader topics;

    private Http owner;

    @BeforeEach
    void signIn() {
        owner = Http.at(port).as(Tokens.owner());
    }

    @Test
    void aTreatmentIsReadAsItWasCreatedShortestLengthFirst() {
        Answer created = owner.post(PATH, shiatsu(List.of(LONG, HOUR), 10));

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        Answer read = owner.get(PATH + "/" + created.createdId());
        assertThat(read.etag()).isEqualTo("\"1\"");
        assertThat(read.body(TreatmentView.class)).isEqualTo(created.body(TreatmentView.class));
        assertThat(read.body(TreatmentView.class).offers()).containsExactly(HOUR, LONG);
        assertThat(read.body(TreatmentView.class).capability()).isEqualTo("floor-mat");
        assertThat(owner.get(PATH).text()).contains(created.createdId());
    }

    @Test
    void aNewTreatmentIsAnnouncedAsItIs() {
        TreatmentView view = owner.post(PATH, shiatsu(List.of(HOUR), 10)).body(TreatmentView.class);

        TreatmentSnapshot snapshot = Probe.eventually(
                "the treatment is announced",
                () -> topics.read(Topics.TREATMENTS, view.id().toString()).stream()
                        .map(record -> JsonMapper.shared().readValue(record.value(), TreatmentSnapshot.class))
                        .findFirst());

        assertThat(snapshot.offers()).isEqualTo(view.offers());
        assertThat(snapshot.afterMinutes()).isEqualTo(10);
        assertThat(snapshot.skill()).isEqualTo("shiatsu");
    }

    @Test
    void minutesLieOnTheGridAndALengthHasOnePrice() {
        assertThat(owner.post(PATH, shiatsu(List.of(HOUR), 7)).code()).isEqualTo("off-grid");
        assertThat(owner.post(PATH, shiatsu(List.of(new Offer(63, HOUR.price())), 5))
                        .code())
                .isEqualTo("off-grid");
        assertThat(owner.post(PATH, shiatsu(List.of(HOUR, HOUR), 5)).code()).isEqualTo("length-offered-twice");
        assertThat(owner.post(PATH, shiatsu(List.of(HOUR, new Offer(90, new Money(9_000, "USD"))), 5))
                        .code())
                .isEqualTo("currencies-mixed");
        for (String nothingToPayWith : List.of("XXX", "XAU", "XTS")) {
            String body = JsonMapper.shared()
                    .writeValueAsString(shiatsu(List.of(HOUR), 5))
                    .replace("\"EUR\"", "\"" + nothingToPayWith + "\"");
            assertThat(owner.post(PATH, body).code()).as(body).isEqualTo("invalid-request");
        }
        assertThat(owner.post(PATH, shiatsu(List.of(), 5)).code()).isEqualTo("invalid-request");
        assertThat(owner.post(PATH, shiatsu(List.of(new Offer(60, new Money(Long.MAX_VALUE, "EUR"))), 5))
                        .code())
                .isEqualTo("invalid-request");
    }

    @Test
    void onlyOwnersAndManagersChangeWhatIsSold() {
        for (Role role : List.of(Role.FRONT_DESK, Role.THERAPIST, Role.INTEGRATION)) {
            Answer answer = Http.at(port).as(Tokens.of(role)).post(PATH, shiatsu(List.of(HOUR), 5));
            assertThat(answer.code()).isEqualTo("role-not-allowed");
        }
        assertThat(Http.at(port)
                        .as(Tokens.of(Role.MANAGER))
                        .post(PATH, shiatsu(List.of(HOUR), 5))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whoAnswersForOneLocationSellsNothingAtAll() {
        Http manager = Http.at(port).as(Tokens.of(Role.MANAGER, new LocationId(UUID.randomUUID())));
        Offer forACent = new Offer(60, new Money(1, "EUR"));

        assertThat(manager.post(PATH, shiatsu(List.of(forACent), 5)).code()).isEqualTo("location-not-yours");
    }

    private static CreateTreatment shiatsu(List<Offer> offers, int after) {
        return new CreateTreatment(Approach.SHIATSU, "Shiatsu", offers, 5, after, "shiatsu", "floor-mat", 15, 120);
    }
}
