package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentAmended;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.money.Money;
import dev.unknot.notification.Harbour;
import dev.unknot.notification.Letterbox;
import dev.unknot.notification.SendingScenario;
import dev.unknot.platform.test.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatHasChangedTest extends SendingScenario {
    private Harbour harbour;
    private Person ada;
    private Instant ten;

    @BeforeEach
    void aClinic() {
        harbour = aKnownClinic();
        ada = aKnownClient();
        ten = harbour.at(LocalDate.now(harbour.zone()).plusDays(5).atTime(10, 0));
    }

    @Test
    void aLongerAndDearerVisitSaysSo() throws Exception {
        AppointmentId id = told(book(harbour, ada, ten));

        amend(id, 90, 12_000);

        assertThat(changeOf(id)).contains("90 min instead of 60", "€120 instead of €90");
        assertThat(Letterbox.text(mailsTo(ada).getLast())).contains("90 min instead of 60", "€120 instead of €90");
    }

    @Test
    void anotherPriceAtTheSameLengthSaysSo() {
        AppointmentId id = told(book(harbour, ada, ten));

        amend(id, 60, 8_250);

        assertThat(changeOf(id)).contains("€82.50 instead of €90").doesNotContain("min instead");
    }

    @Test
    void anotherTimeSaysSoInGerman() {
        others.announce(new ClientSnapshot(ada.id(), "Ada Byron", ada.email(), ada.phone(), "de"), 2);
        Probe.waitUntil(
                "the language is known",
                () -> jdbc.sql("SELECT language FROM contacts WHERE client_id = ?")
                        .param(ada.id().value())
                        .query(String.class)
                        .optional()
                        .filter("de"::equals)
                        .isPresent());
        AppointmentId id = told(book(harbour, ada, ten));

        others.announce(harbour.moved(id, ada.id(), ten.plus(Duration.ofHours(1)), 2), 2);

        assertThat(changeOf(id)).contains("11:00 statt 10:00");
    }

    private AppointmentId told(AppointmentId id) {
        outcome(id);
        return id;
    }

    private void amend(AppointmentId id, int minutes, long price) {
        AppointmentSnapshot before = harbour.appointment(id, ada.id(), ten, AppointmentStatus.BOOKED, 2);
        others.announce(
                new AppointmentAmended(
                        new AppointmentSnapshot(
                                id,
                                before.status(),
                                2,
                                before.participants(),
                                before.treatmentId(),
                                minutes,
                                before.locationId(),
                                before.zone(),
                                before.roomId(),
                                ten,
                                ten.plus(Duration.ofMinutes(minutes)),
                                new Money(price, "EUR"),
                                before.claims(),
                                before.waived(),
                                null,
                                null),
                        Set.of("price", "minutes")),
                2);
    }

    private String changeOf(AppointmentId id) {
        Probe.waitUntil(
                "the change of " + id + " is told by mail and SMS",
                () -> jdbc.sql(
                                        "SELECT count(*) FROM messages WHERE appointment_id = ? AND kind = 'CHANGE' AND state = 'SENT'")
                                .param(id.value())
                                .query(Integer.class)
                                .single()
                        == 2);
        return textsTo(ada).getLast();
    }
}
