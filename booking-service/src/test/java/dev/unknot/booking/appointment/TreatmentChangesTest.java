package dev.unknot.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.event.Topics;
import dev.unknot.common.money.Money;
import dev.unknot.common.time.LastDay;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A treatment that is put anew or no longer sold, and what it means to the visits agreed on. */
@ServiceTest
class TreatmentChangesTest extends LifeOverHttp {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JsonMapper json;

    @Autowired
    private TopicReader topics;

    @Test
    void aTreatmentPutAnewIsAnnouncedAndSoldSo() {
        Answer put = put(1, classic("Classic massage", 9_900, 0, 20, null));

        assertThat(put.status()).as("%s", put).isEqualTo(200);
        assertThat(put.etag()).isEqualTo("\"2\"");
        assertThat(put.body(TreatmentView.class))
                .extracting(TreatmentView::name, TreatmentView::beforeMinutes, TreatmentView::afterMinutes)
                .containsExactly("Classic massage", 0, 20);
        assertThat(owner.get(path()).body()).isEqualTo(put.body());
        TreatmentSnapshot announced = Probe.eventually(
                "version 2 is announced",
                () -> topics.read(Topics.TREATMENTS, treatment.toString()).stream()
                        .map(record -> JsonMapper.shared().readValue(record.value(), TreatmentSnapshot.class))
                        .filter(snapshot -> snapshot.name().equals("Classic massage"))
                        .findFirst());
        assertThat(announced.offers()).containsExactly(new Offer(60, new Money(9_900, "EUR")));
        String visit = book(ada, 10);
        assertThat(one(visit).price()).isEqualTo(new Money(9_900, "EUR"));
        assertThat(claims(visit)).contains("THERAPIST 10:00-11:20");
    }

    @Test
    void aNameInAnotherLanguageIsPutAndLeftOut() {
        CreateTreatment plain = classic("Classic massage", 8_900, 5, 10, null);
        CreateTreatment translated = new CreateTreatment(
                plain.approach(),
                plain.name(),
                plain.offers(),
                plain.beforeMinutes(),
                plain.afterMinutes(),
                plain.skill(),
                plain.capability(),
                plain.cadenceMinutes(),
                plain.noticeMinutes(),
                Map.of("de", "Klassische Massage"));

        assertThat(put(1, translated).body(TreatmentView.class).names()).containsEntry("de", "Klassische Massage");
        assertThat(put(2, plain).body(TreatmentView.class).names()).isEmpty();
        assertThat(owner.get(path()).body(TreatmentView.class).names()).isEmpty();
    }

    @Test
    void aVisitAgreedOnKeepsItsLengthItsPriceAndItsTime() {
        String visit = book(ada, 10);
        List<String> claimed = claims(visit);

        assertThat(put(
                                1,
                                new CreateTreatment(
                                        Approach.SWEDISH,
                                        "Classic, longer",
                                        List.of(new Offer(90, new Money(12_900, "EUR"))),
                                        0,
                                        0,
                                        null,
                                        null,
                                        15,
                                        60))
                        .status())
                .isEqualTo(200);

        AppointmentView kept = one(visit);
        assertThat(kept.version()).isEqualTo(1);
        assertThat(kept.price()).isEqualTo(new Money(8_900, "EUR"));
        assertThat(claims(visit)).isEqualTo(claimed);
        AppointmentView moved = ok(move(owner, visit, 1, to(clinic.at(14, 0))));
        assertThat(moved.minutes()).isEqualTo(60);
        assertThat(moved.price()).isEqualTo(new Money(8_900, "EUR"));
        assertThat(tryToBook(clinic.client(), clinic.at(16, 0)).code()).isEqualTo("minutes-not-offered");
    }

    @Test
    void aVisitWhoseTherapistLacksWhatTheTreatmentNowNeedsIsDisplacedUntilItIsNotNeeded() {
        store(mira.value(), "THERAPIST", clinic.therapistSnapshot(mira));
        store(clinic.location.value(), "LOCATION", clinic.snapshot());
        String visit = book(ada, 10);

        assertThat(put(1, classic("Prenatal", 8_900, 5, 10, "prenatal")).status())
                .isEqualTo(200);

        assertThat(one(visit).displaced()).isEqualTo(Displacement.THERAPIST_LEFT);
        assertThat(tryToBook(clinic.client(), clinic.at(14, 0)).code()).isEqualTo("therapist-lacks-skill");

        assertThat(put(2, classic("Classic", 8_900, 5, 10, null)).status()).isEqualTo(200);

        assertThat(one(visit).displaced()).isNull();
        assertThat(announced(visit))
                .containsExactly(
                        "dev.unknot.appointment.booked.v1",
                        "dev.unknot.appointment.displaced.v1",
                        "dev.unknot.appointment.restored.v1");
    }

    /** The booking is held up right before it writes the visit, after it has read the treatment as it was. */
    @Test
    void aVisitBookedInTheMomentInWhichItsTreatmentIsPutAnewIsDisplacedToo() throws Exception {
        store(mira.value(), "THERAPIST", clinic.therapistSnapshot(mira));
        store(clinic.location.value(), "LOCATION", clinic.snapshot());
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> booking = Objects.requireNonNull(transaction.execute(status -> {
                jdbc.sql("LOCK TABLE appointments IN SHARE MODE").update();
                Future<String> booked = hands.submit(() -> book(ada, 10));
                Probe.waitUntil("the booking is held up", () -> waiting() == 1);
                Future<Answer> put = hands.submit(() -> put(1, classic("Prenatal", 8_900, 5, 10, "prenatal")));
                Probe.waitUntil("the treatment is put, or waits", () -> put.isDone() || waiting() == 2);
                return booked;
            }));

            String visit = booking.get(30, TimeUnit.SECONDS);
            Probe.waitUntil(
                    "the treatment is put", () -> owner.get(path()).etag().equals("\"2\""));
            assertThat(one(visit).displaced()).isEqualTo(Displacement.THERAPIST_LEFT);
        }
    }

    private long waiting() {
        return jdbc.sql("""
                SELECT count(*) FROM pg_locks WHERE NOT granted
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """).query(Long.class).single();
    }

    @Test
    void afterItsLastDayATreatmentIsNotBookedAndVisitsAgreedOnStay() {
        LocalDate day = clinic.at(10, 0).atZone(Clinic.ZONE).toLocalDate();
        String visit = book(ada, 10);

        Answer ended = owner.put(path() + "/end-of-sale", new LastDay(day.minusDays(1)), "If-Match", "\"1\"");

        assertThat(ended.status()).as("%s", ended).isEqualTo(200);
        assertThat(ended.body(TreatmentView.class).lastDay()).isEqualTo(day.minusDays(1));
        Answer refused = tryToBook(clinic.client(), clinic.at(14, 0));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("no-longer-sold");
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("treatmentId");
        assertThat(slots(null)).isEmpty();
        assertThat(slots(visit)).isNotEmpty();
        assertThat(ok(move(owner, visit, 1, to(clinic.at(12, 0)))).start()).isEqualTo(clinic.at(12, 0));

        assertThat(owner.put(path() + "/end-of-sale", new LastDay(day), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(200);
        assertThat(tryToBook(clinic.client(), clinic.at(14, 0)).status()).isEqualTo(201);
        assertThat(owner.delete(path() + "/end-of-sale", "If-Match", "\"3\"")
                        .body(TreatmentView.class)
                        .lastDay())
                .isNull();
        assertThat(owner.delete(path() + "/end-of-sale", "If-Match", "\"4\"").etag())
                .as("there is nothing left to take back")
                .isEqualTo("\"4\"");
    }

    @Test
    void whatIsSoldEverywhereIsChangedByWhoAnswersForEverything() {
        CreateTreatment renamed = classic("Renamed", 8_900, 5, 10, null);
        Http manager = as(Tokens.of(Role.MANAGER, clinic.location));

        assertThat(manager.put(path(), renamed, "If-Match", "\"1\"").code()).isEqualTo("location-not-yours");
        assertThat(as(Tokens.of(Role.FRONT_DESK, clinic.location))
                        .put(path(), renamed, "If-Match", "\"1\"")
                        .code())
                .isEqualTo("role-not-allowed");
        assertThat(owner.put(path(), renamed).status()).isEqualTo(428);
        assertThat(put(7, renamed).code()).isEqualTo("version-mismatch");
        assertThat(put(1, classic("Off", 8_900, 7, 10, null)).code()).isEqualTo("off-grid");
        assertThat(owner.put("/api/v1/treatments/" + UUID.randomUUID(), renamed, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        Answer tried = owner.put(path() + "?dryRun=true", renamed, "If-Match", "\"1\"");
        assertThat(tried.body(TreatmentView.class).name()).isEqualTo("Renamed");
        assertThat(owner.get(path()).body(TreatmentView.class).name()).isEqualTo("Classic");
    }

    private Answer put(int version, CreateTreatment command) {
        return owner.put(path(), command, "If-Match", "\"" + version + "\"");
    }

    private String path() {
        return "/api/v1/treatments/" + treatment;
    }

    private List<String> slots(@Nullable String moving) {
        return owner.get("/api/v1/slots?treatment=" + treatment + "&minutes=60&location=" + clinic.location + "&from="
                        + clinic.at(6, 0) + "&to=" + clinic.at(20, 0) + (moving == null ? "" : "&moving=" + moving))
                .body()
                .path("items")
                .findValuesAsString("start");
    }

    private void store(UUID id, String kind, Object snapshot) {
        jdbc.sql("INSERT INTO supply_snapshots (id, kind, version, snapshot) VALUES (?, ?, 1, CAST(? AS jsonb))")
                .params(id, kind, json.writeValueAsString(snapshot))
                .update();
    }

    private static CreateTreatment classic(String name, long price, int before, int after, @Nullable String skill) {
        return new CreateTreatment(
                Approach.SWEDISH,
                name,
                List.of(new Offer(60, new Money(price, "EUR"))),
                before,
                after,
                skill,
                null,
                15,
                60);
    }
}
