package dev.docket.edge;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The RSA keys that sign access tokens. They are in the log's database, so that every node signs
 * and verifies with the same; the newest one signs, all of them verify.
 */
public final class SigningKeys implements JWKSource<SecurityContext> {

    private static final int BITS = 2_048;

    /** A token with a key that nobody knows must not make every node ask the database. */
    private static final Duration SHORTEST_BETWEEN_READS = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final AtomicLong lastRead = new AtomicLong();
    private volatile JWKSet keys;

    public SigningKeys(DataSource logDatabase) {
        this.jdbc = JdbcClient.create(logDatabase);
        createFirst();
        this.keys = read();
    }

    /** Of several nodes that start together on an empty database, one makes the key. */
    private void createFirst() {
        KeyPair pair = generate();
        jdbc.sql(
                        """
                        WITH one_at_a_time AS MATERIALIZED (
                            SELECT pg_advisory_xact_lock(hashtextextended('docket.signing_key', 0)))
                        INSERT INTO log.signing_key (id, created_at, private_key, public_key)
                        SELECT ?, now(), ?, ? FROM one_at_a_time
                        WHERE NOT EXISTS (SELECT FROM log.signing_key)
                        """)
                .params(
                        UUID.randomUUID().toString(),
                        pair.getPrivate().getEncoded(),
                        pair.getPublic().getEncoded())
                .update();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<JWK> known = selector.select(keys);
        if (!known.isEmpty() || !mayReadAgain()) {
            return known;
        }
        keys = read();
        return selector.select(keys);
    }

    /** The key that signs new tokens. */
    RSAKey newest() {
        return keys.getKeys().getFirst().toRSAKey();
    }

    private boolean mayReadAgain() {
        long now = System.nanoTime();
        long last = lastRead.get();
        return now - last > SHORTEST_BETWEEN_READS.toNanos() && lastRead.compareAndSet(last, now);
    }

    private JWKSet read() {
        return new JWKSet(
                jdbc.sql(
                                """
                                SELECT id, private_key, public_key
                                FROM log.signing_key ORDER BY created_at DESC, id
                                """)
                        .query((row, number) -> (JWK) key(row))
                        .list());
    }

    private static RSAKey key(ResultSet row) throws SQLException {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPublicKey published =
                    (RSAPublicKey)
                            rsa.generatePublic(new X509EncodedKeySpec(row.getBytes("public_key")));
            return new RSAKey.Builder(published)
                    .privateKey(
                            rsa.generatePrivate(
                                    new PKCS8EncodedKeySpec(row.getBytes("private_key"))))
                    .keyID(row.getString("id"))
                    .build();
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException("The signing key cannot be read", e);
        }
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }
}
