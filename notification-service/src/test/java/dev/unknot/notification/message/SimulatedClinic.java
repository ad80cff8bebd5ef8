package dev.unknot.notification.message;

import static dev.unknot.common.message.MessageKind.CANCELLATION;
import static dev.unknot.common.message.MessageKind.CONFIRMATION;
import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.event.DomainEvent;
import dev.unknot.common.event.Topics;
import dev.unknot.common.message.Answer;
import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.SendingScenario;
import dev.unknot.notification.SmsWebhook;
import dev.unknot.platform.clock.MovableClock;
import dev.unknot.platform.link.SignedLinks;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A clinic with its desk and its clients, who read what comes to their phones; it keeps account of what each is to hear. */
abstract class SimulatedClinic extends SendingScenario {
    private static final String QUESTION = "Reply C to confirm";
    private static final Pattern LINK = Pattern.compile("/visit/([A-Za-z0-9_-]{" + SignedLinks.LENGTH + "})");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    protected MovableClock clock;

    @Autowired
    private SignedLinks links;

    @Autowired
    private TopicReader topics;

    protected final Harbour harbour = Harbour.in("Europe/Berlin");
    protected final List<BookedVisit> visits = new ArrayList<>();
    /** The one each of them has now. */
    private final Map<ClientId, Phone> phones = new LinkedHashMap<>();

    private final Map<String, Phone> byNumber = new HashMap<>();
    private final List<String> toHear = new ArrayList<>();
    private final Map<ClientId, Long> textsSoFar = new HashMap<>();
    protected SmsWebhook gateway = new SmsWebhook(0);

    @BeforeEach
    void callTheWebhook() {
        gateway = new SmsWebhook(port);
    }

    @AfterEach
    void setTheClockRight() {
        clock.offset(Duration.ZERO);
    }

    protected void announceNew(BookedVisit visit) {
        visits.add(visit);
        news(visit, visit.booked(), CONFIRMATION);
    }

    /** Everyone hears it by mail, and whose phone takes texts by SMS. */
    protected void news(BookedVisit visit, DomainEvent event, MessageKind kind) {
        for (ClientId client : visit.clients()) {
            Phone phone = phone(client);
            toHear(client, visit, kind, Channel.EMAIL);
            if (phone.takesTexts()) {
                toHear(client, visit, kind, Channel.SMS);
                phone.heardNews(visit, clock.instant());
                if (kind == CANCELLATION) {
                    phone.calledOff(visit);
                }
            }
        }
        announce(visit, event);
    }

    /** Each of them on one channel. */
    protected void reminders(BookedVisit visit, MessageKind kind) {
        for (ClientId client : visit.clients()) {
            Phone phone = phone(client);
            toHear(client, visit, kind, phone.takesTexts() ? Channel.SMS : Channel.EMAIL);
            if (phone.takesTexts()) {
                phone.told(visit);
            }
        }
    }

    protected void announce(BookedVisit visit, DomainEvent event) {
        others.announce(event, visit.version(), clock.instant());
        Probe.waitUntil(
                "the visit is known as it is",
                () -> jdbc.sql("SELECT count(*) FROM visits WHERE appointment_id = ? AND version = ?")
                                .params(visit.id().value(), visit.version())
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    protected Person known(Person person) {
        Phone phone = byNumber.computeIfAbsent(person.phone(), Phone::new);
        phone.people().add(person.id());
        phones.put(person.id(), phone);
        return person;
    }

    protected Person correct(Person person) {
        Person right = somebody();
        others.announce(Harbour.client(person.id(), right.email(), right.phone()), 2);
        Probe.waitUntil(
                "the correction is known",
                () -> jdbc.sql("SELECT count(*) FROM contacts WHERE phone = ?")
                                .param(right.phone())
                                .query(Integer.class)
                                .single()
                        == 1);
        return known(new Person(person.id(), right.email(), right.phone()));
    }

    /** A message that waits for one of them is not due between two looks, and would seem to be at rest. */
    protected void awaitThatAllAreKnown() {
        Probe.waitUntil(
                "everybody and the clinic are known",
                () -> jdbc.sql("""
                        SELECT (SELECT count(*) FROM contacts WHERE client_id = ANY (:clients)) = :people
                           AND EXISTS (SELECT FROM locations WHERE id = :location)
                           AND EXISTS (SELECT FROM treatments WHERE id = :treatment)
                           AND EXISTS (SELECT FROM therapists WHERE id = :therapist)
                        """)
                        .param("clients", ids())
                        .param("people", phones.size())
                        .param("location", harbour.location().value())
                        .param("treatment", harbour.swedish().value())
                        .param("therapist", harbour.mira().value())
                        .query(Boolean.class)
                        .single());
    }

    /** News of a series is due a little later than the rest. */
    protected void settle(BookedVisit visit) {
        comeToRest();
        if (visit.ofSeries()) {
            clock.moveBy(Planning.SERIES_PAUSE.plusSeconds(1));
            comeToRest();
        }
    }

    /** A clock moved under a message on its way would end its lease. One that waits a moment for another is on its way, too. */
    protected void comeToRest() {
        Probe.waitUntil(
                "nothing is due or on its way",
                () -> jdbc.sql("""
                        SELECT count(*) FROM messages
                        WHERE (state = 'SENDING' OR state = 'PLANNED' AND next_attempt <= :soon)
                          AND client_id = ANY (:clients)
                        """)
                                .param("soon", clock.instant().plusSeconds(1).atOffset(UTC))
                                .param("clients", ids())
                                .query(Integer.class)
                                .single()
                        == 0);
        readWhatCame();
    }

    private void readWhatCame() {
        jdbc
                .sql("""
                        SELECT client_id, count(*) AS texts FROM messages
                        WHERE channel = 'SMS' AND state = 'SENT' AND client_id = ANY (?) GROUP BY client_id
                        """)
                .param(ids())
                .query((row, number) ->
                        Map.entry(new ClientId(row.getObject("client_id", UUID.class)), row.getLong("texts")))
                .list()
                .stream()
                .filter(texts -> !texts.getValue().equals(textsSoFar.put(texts.getKey(), texts.getValue())))
                .map(texts -> phone(texts.getKey()))
                .distinct()
                .forEach(this::read);
    }

    /** Whatever has come is of a visit of theirs, and says when it is by now. */
    private void read(Phone phone) {
        for (String text : phone.unread(textsTo(phone))) {
            LINK.matcher(text).results().map(link -> behind(link.group(1))).forEach(visit -> {
                assertThat(visit.clients())
                        .as("clients of the visit that is spoken of to %s: %s", phone, text)
                        .containsAnyElementsOf(phone.people());
                assertThat(text)
                        .contains(visit.start()
                                .atZone(harbour.zone())
                                .toLocalTime()
                                .toString());
                if (text.contains(QUESTION)) {
                    phone.asked(visit, clock.instant());
                }
            });
        }
    }

    private BookedVisit behind(String link) {
        UUID id = links.verify(link, clock.instant()).orElseThrow();
        return visits.stream()
                .filter(visit -> visit.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Who, of which visit, what, since which revision, by which channel. */
    protected List<String> toHear() {
        return toHear;
    }

    private void toHear(ClientId client, BookedVisit visit, MessageKind kind, Channel channel) {
        toHear.add("%s %s %s %d %s".formatted(client, visit.id(), kind, visit.revision(), channel));
    }

    protected List<String> sent() {
        return jdbc.sql("""
                        SELECT concat_ws(' ', client_id, appointment_id, kind, revision, channel)
                        FROM messages WHERE state = 'SENT' AND client_id = ANY (?)
                        """).param(ids()).query(String.class).list();
    }

    protected String lastYes() {
        return jdbc.sql("""
                        SELECT concat_ws(' ', appointment_id, revision) FROM replies
                        WHERE answer = 'CONFIRM' ORDER BY id DESC LIMIT 1
                        """).query(String.class).single();
    }

    /** As booking-service hears them. */
    protected List<String> yeses() {
        Probe.waitUntil(
                "all is announced",
                () -> jdbc.sql("SELECT count(*) FROM outbox")
                                .query(Integer.class)
                                .single()
                        == 0);
        Set<String> ours = phones.keySet().stream().map(ClientId::toString).collect(Collectors.toSet());
        return topics.read(Topics.MESSAGES).stream()
                .map(record -> JSON.readTree(new String(record.value(), StandardCharsets.UTF_8)))
                .filter(event -> event.path("answer").asString("").equals(Answer.CONFIRM.name()))
                .filter(event -> ours.contains(event.path("clientId").asString("")))
                .map(event -> event.path("appointmentId").asString("") + " "
                        + event.path("revision").asLong())
                .toList();
    }

    /** As the desk sees what waits there; each stands beside a visit of whoever wrote. */
    protected List<String> waiting() {
        JsonNode replies = Http.at(port)
                .as(Tokens.owner())
                .get("/api/v1/replies?open=true&limit=200&location=" + harbour.location())
                .body()
                .path("items");
        List<String> waiting = new ArrayList<>();
        for (JsonNode reply : replies) {
            String number = reply.path("phone").asString("");
            assertThat(visits)
                    .filteredOn(visit -> visit.id()
                            .toString()
                            .equals(reply.path("appointmentId").asString("")))
                    .singleElement()
                    .satisfies(visit -> assertThat(visit.clients())
                            .containsAnyElementsOf(
                                    requireNonNull(byNumber.get(number)).people()));
            waiting.add(number + " " + reply.path("text").asString(""));
        }
        return waiting;
    }

    /** Clients whom nothing reached. */
    protected int toCall() {
        return jdbc.sql("SELECT count(*) FROM unreached_clients WHERE client_id = ANY (?)")
                .param(ids())
                .query(Integer.class)
                .single();
    }

    protected List<ClientId> clients() {
        return List.copyOf(phones.keySet());
    }

    private UUID[] ids() {
        return phones.keySet().stream().map(ClientId::value).toArray(UUID[]::new);
    }

    protected List<Phone> phones() {
        return phones.values().stream().distinct().toList();
    }

    protected Phone phone(Person person) {
        return phone(person.id());
    }

    protected Phone phone(ClientId client) {
        return requireNonNull(phones.get(client));
    }

    protected static List<String> textsTo(Phone phone) {
        return twilio.textsTo(phone.number());
    }
}
