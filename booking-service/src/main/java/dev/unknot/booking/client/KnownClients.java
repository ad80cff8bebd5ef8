package dev.unknot.booking.client;

import dev.unknot.booking.availability.ClientStanding;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientMerge;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.platform.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Which clients are known where, and finding them within what a caller sees. */
@Repository
class KnownClients {

    private static final String SELECT =
            "SELECT c.id, c.version, c.name, c.email, c.phone, c.language FROM clients c WHERE c.erased_at IS NULL AND ";

    private static final int ROUGHLY_ALIKE = 50;

    private final JdbcClient jdbc;

    KnownClients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exists(ClientId client) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM clients WHERE id = ? AND erased_at IS NULL)")
                .param(client.value())
                .query(Boolean.class)
                .single();
    }

    /** Those of {@code clients} whom the caller may find by an exact phone or email; in the order of ids. */
    List<ClientView> foundExactly(Collection<Client> clients, Caller caller) {
        return clients.isEmpty()
                ? List.of()
                : among(clients.stream().map(Client::getId).toList(), ClientScope.ofExactly(caller));
    }

    /** The client of that id, if the caller may find them by it. */
    Optional<ClientView> find(ClientId client, Caller caller) {
        return among(List.of(client.value()), ClientScope.ofExactly(caller)).stream()
                .findFirst();
    }

    boolean has(ClientId client, Caller caller) {
        return !among(List.of(client.value()), ClientScope.of(caller)).isEmpty();
    }

    /** Whom the caller does not know is not found. */
    void require(ClientId client, Caller caller) {
        if (!has(client, caller)) {
            throw ClientRegister.unknown();
        }
    }

    /** Known nowhere from now on. */
    void forget(ClientId client) {
        jdbc.sql("DELETE FROM client_locations WHERE client_id = ?")
                .param(client.value())
                .update();
    }

    /** Where the duplicate was known the other is, also for duplicates merged before. */
    void handOver(ClientMerge merge) {
        jdbc.sql("""
                INSERT INTO client_locations (client_id, location_id)
                SELECT ?, location_id FROM client_locations WHERE client_id = ?
                ON CONFLICT DO NOTHING
                """).params(merge.kept().value(), merge.duplicate().value()).update();
        jdbc.sql("UPDATE clients SET merged_into = ? WHERE merged_into = ?")
                .params(merge.kept().value(), merge.duplicate().value())
                .update();
    }

    /** Where the client is known. */
    List<LocationId> placesOf(ClientId client) {
        return jdbc.sql("SELECT location_id FROM client_locations WHERE client_id = ?")
                .param(client.value())
                .query((row, number) -> new LocationId(row.getObject(1, UUID.class)))
                .list();
    }

    void add(ClientId client, LocationId location) {
        jdbc.sql("INSERT INTO client_locations (client_id, location_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(client.value())
                .param(location.value())
                .update();
    }

    /**
     * In the order of names.
     *
     * @param after the last of the page before; null: from the first on
     */
    List<ClientView> matching(SearchWords words, ClientScope scope, @Nullable ClientId after, int limit) {
        return search("", words, scope, after, limit).query(KnownClients::view).list();
    }

    /** Those who may have a similar name, the most similar first; a rough choice for {@link SimilarNames}. */
    List<ClientView> namedLike(String name, ClientScope scope) {
        // Of the words of a name, and for this transaction only.
        jdbc.sql("SELECT set_config('pg_trgm.strict_word_similarity_threshold', '0.45', true)")
                .query(String.class)
                .single();
        return jdbc.sql(SELECT + scope.condition()
                        + " AND :name <<% c.search ORDER BY strict_word_similarity(:name, c.search) DESC, c.id LIMIT "
                        + ROUGHLY_ALIKE)
                .params(scope.parameters())
                .param("name", Folding.ascii(String.join(" ", Folding.words(name))))
                .query(KnownClients::view)
                .list();
    }

    /** How the database goes about it. */
    String plan(SearchWords words, ClientScope scope, int limit) {
        return String.join(
                "\n",
                search("EXPLAIN (ANALYZE, BUFFERS OFF, COSTS OFF) ", words, scope, null, limit)
                        .query(String.class)
                        .list());
    }

    private StatementSpec search(
            String before, SearchWords words, ClientScope scope, @Nullable ClientId after, int limit) {
        List<String> conditions = new ArrayList<>(List.of(scope.condition()));
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        for (String pattern : words.patterns()) {
            String name = "word" + conditions.size();
            conditions.add("c.search LIKE :" + name);
            parameters.put(name, pattern);
        }
        if (after != null) {
            conditions.add("(c.name || '', c.id) > (SELECT name || '', id FROM clients WHERE id = :after)");
            parameters.put("after", after.value());
        }
        // By the index of names it would go through all of them in order, hoping to have met enough soon.
        return jdbc.sql(before + SELECT + String.join(" AND ", conditions)
                        + " ORDER BY c.name || '', c.id LIMIT :limit")
                .params(parameters)
                .param("limit", limit);
    }

    /** In the order of ids. */
    List<ClientView> among(Collection<UUID> ids, ClientScope scope) {
        return jdbc.sql(SELECT + "c.id = ANY (:ids) AND " + scope.condition() + " ORDER BY c.id")
                .params(scope.parameters())
                .param("ids", new SqlArrayValue("uuid", ids.toArray()))
                .query(KnownClients::view)
                .list();
    }

    /** Those who are barred or avoid somebody. */
    List<ClientStanding> restricted() {
        return jdbc.sql("""
                SELECT c.id, c.version, c.barred_because IS NOT NULL,
                    ARRAY(SELECT therapist_id FROM client_avoids a WHERE a.client_id = c.id)
                FROM clients c
                WHERE c.barred_because IS NOT NULL OR c.id IN (SELECT client_id FROM client_avoids)
                """)
                .query((row, number) -> new ClientStanding(
                        new ClientId(row.getObject(1, UUID.class)),
                        row.getLong(2),
                        row.getBoolean(3),
                        Arrays.stream((UUID[]) row.getArray(4).getArray())
                                .map(TherapistId::new)
                                .collect(Collectors.toUnmodifiableSet())))
                .list();
    }

    private static ClientView view(ResultSet row, int number) throws SQLException {
        return new ClientView(
                new ClientId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("language"));
    }
}
