package dev.unknot.frontdesk.signingkey;

import com.nimbusds.jose.jwk.JWK;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signing keys all instances share. */
@Repository
class SigningKeys {

    /** Any number does that no other lock in this database uses. */
    private static final long ROTATION = 0x5167_6b65_7973L;

    private final JdbcClient database;
    private final KeyVault vault;

    SigningKeys(JdbcClient database, KeyVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Lets one instance at a time rotate, until its transaction ends. */
    void lock() {
        var unused = database.sql("SELECT pg_advisory_xact_lock(:rotation) IS NULL")
                .param("rotation", ROTATION)
                .query(Boolean.class)
                .single();
    }

    /** Those published at {@code now}, the one that signs last first. */
    List<SigningKey> published(Instant now) {
        return database.sql("""
                        SELECT id, private_key, published_from, signs_from, signs_until, published_until
                        FROM signing_keys
                        WHERE published_from <= :now AND :now < published_until
                        ORDER BY signs_from DESC, id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> read(row))
                .list();
    }

    void add(SigningKey key) {
        String id = key.key().getKeyID();
        database.sql("""
                        INSERT INTO signing_keys
                            (id, public_key, private_key, published_from, signs_from, signs_until, published_until)
                        VALUES (:id, :public, :private, :publishedFrom, :signsFrom, :signsUntil, :publishedUntil)""")
                .param("id", id)
                .param("public", key.key().toPublicJWK().toJSONString())
                .param("private", vault.close(id, key.key().toJSONString()))
                .param("publishedFrom", key.publishedFrom().atOffset(ZoneOffset.UTC))
                .param("signsFrom", key.signsFrom().atOffset(ZoneOffset.UTC))
                .param("signsUntil", key.signsUntil().atOffset(ZoneOffset.UTC))
                .param("publishedUntil", key.publishedUntil().atOffset(ZoneOffset.UTC))
                .update();
    }

    int removeEnded(Instant now) {
        return database.sql("DELETE FROM signing_keys WHERE published_until <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private SigningKey read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        try {
            return new SigningKey(
                    JWK.parse(vault.open(id, row.getBytes("private_key"))),
                    instant(row, "published_from"),
                    instant(row, "signs_from"),
                    instant(row, "signs_until"),
                    instant(row, "published_until"));
        } catch (ParseException broken) {
            throw new IllegalStateException("signing key " + id + " is not a JSON web key", broken);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
