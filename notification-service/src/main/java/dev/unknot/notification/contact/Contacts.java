package dev.unknot.notification.contact;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientMerge;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.message.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clients' contacts. */
@Repository
public class Contacts {
    private final JdbcClient jdbc;
    private final DeadAddresses deadAddresses;
    private final FormerNumbers formerNumbers;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Contacts(
            JdbcClient jdbc,
            DeadAddresses deadAddresses,
            FormerNumbers formerNumbers,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.jdbc = jdbc;
        this.deadAddresses = deadAddresses;
        this.formerNumbers = formerNumbers;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Empty for a client not announced yet, and for an erased one. */
    public Optional<Contact> find(ClientId clientId) {
        return jdbc.sql("SELECT client_id, name, email, phone, language FROM contacts WHERE client_id = ?")
                .param(clientId.value())
                .query(Contacts::contact)
                .optional();
    }

    /** Who has this number; several may share one. */
    public List<ClientId> at(String phone) {
        return jdbc
                .sql("SELECT client_id FROM contacts WHERE phone = ? ORDER BY client_id")
                .param(phone)
                .query(UUID.class)
                .list()
                .stream()
                .map(ClientId::new)
                .toList();
    }

    /** Whether what is announced of them late is of nobody. */
    public boolean isErased(ClientId client) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM erased_contacts WHERE client_id = ?)")
                .param(client.value())
                .query(Boolean.class)
                .single();
    }

    /** Who is reached at this address by that channel. */
    public List<ClientId> sharing(Channel channel, String address) {
        String column = switch (channel) {
            case EMAIL -> "coalesce(email_key, lower(email))";
            case SMS -> "phone";
        };
        return jdbc
                .sql("SELECT client_id FROM contacts WHERE " + column + " = ? ORDER BY client_id")
                .param(AddressKey.of(channel, address))
                .query(UUID.class)
                .list()
                .stream()
                .map(ClientId::new)
                .toList();
    }

    /** The client's mailbox, if it is the one they had then. */
    public Optional<String> mailboxSince(ClientId client, Instant then) {
        return jdbc.sql("""
                        SELECT email FROM contacts
                        WHERE client_id = ? AND email IS NOT NULL AND (email_since IS NULL OR email_since <= ?)
                        """)
                .params(client.value(), then.atOffset(UTC))
                .query(String.class)
                .optional();
    }

    void keep(ClientSnapshot client) {
        Optional<Contact> before = find(client.id());
        jdbc.sql("""
                        INSERT INTO contacts (client_id, name, email, email_key, phone, language)
                        VALUES (:id, :name, :email, :key, :phone, :language)
                        ON CONFLICT (client_id) DO UPDATE
                        SET name = excluded.name, email = excluded.email, email_key = excluded.email_key,
                            email_since = CASE WHEN excluded.email_key = coalesce(contacts.email_key, lower(contacts.email))
                                               THEN contacts.email_since ELSE :now END,
                            phone = excluded.phone, language = excluded.language
                        """)
                .param("id", client.id().value())
                .param("name", client.name())
                .param("email", client.email())
                .param("key", client.email() == null ? null : AddressKey.of(Channel.EMAIL, client.email()))
                .param("now", clock.instant().atOffset(UTC))
                .param("phone", client.phone())
                .param("language", client.language())
                .update();
        before.ifPresent(deadAddresses::left);
        before.filter(old -> !Objects.equals(old.phone(), client.phone()))
                .ifPresent(old -> formerNumbers.add(old.clientId(), old.phone()));
        before.ifPresent(old -> publisher.publishEvent(new ContactChanged(
                old, new Contact(client.id(), client.name(), client.email(), client.phone(), client.language()))));
    }

    /**
     * @param cause of the tombstone, which says who takes the place of a duplicate
     * @param actor who did it, {@code role:subject}
     */
    void erase(UUID client, @Nullable String cause, String actor) {
        ClientId id = new ClientId(client);
        Optional<Contact> before = find(id);
        jdbc.sql("DELETE FROM contacts WHERE client_id = ?").param(client).update();
        before.ifPresent(old -> formerNumbers.add(id, old.phone()));
        // Whoever is erased by now takes nothing over.
        Optional<ClientMerge> merge = ClientMerge.of(id, cause).filter(into -> !isErased(into.kept()));
        if (merge.isPresent()) {
            formerNumbers.handOver(id, merge.get().kept());
            ContactsMerged merged = new ContactsMerged(
                    merge.get(), before.orElse(null), find(merge.get().kept()).orElse(null), actor);
            // An address that the one kept had none of is theirs, though that may be announced after this.
            Stream.of(Channel.values()).forEach(channel -> deadAddresses.left(channel, merged.givenUp(channel)));
            publisher.publishEvent(merged);
            return;
        }
        before.ifPresent(deadAddresses::left);
        jdbc.sql("INSERT INTO erased_contacts (client_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(client)
                .update();
        publisher.publishEvent(new ContactErased(
                id, formerNumbers.take(id), before.map(Contact::email).orElse(null)));
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("language"));
    }
}
