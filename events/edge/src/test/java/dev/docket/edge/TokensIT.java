package dev.docket.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.docket.edge.EdgeNode.Answer;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;

/** Who gets in, and with which tokens nobody does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TokensIT {

    private static final String CALLER = "/api/v1/test/caller";

    private static EdgeNode node;
    private static RSAKey key;

    private final PersonId person = new PersonId(UUID.randomUUID());
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        node = new EdgeNode();
        key = node.bean(SigningKeys.class).newest();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer("docket")
                .subject(person.toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("use", "access")
                .claim("tenant", tenant.toString())
                .claim("roles", List.of("AGENT"));
    }

    private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(claims, JWSAlgorithm.RS256, new RSASSASigner(key));
    }

    private static String signed(
            JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, JWSSigner signer)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(),
                        claims.build());
        token.sign(signer);
        return token.serialize();
    }

    @Test
    void a_good_token_says_who_calls() throws JOSEException {
        Answer answer = node.getWith(signed(good()), CALLER);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.body().path("person").asString()).isEqualTo(person.toString());
        assertThat(answer.body().path("tenant").asString()).isEqualTo(tenant.toString());
        assertThat(answer.body().path("roles").toString()).isEqualTo("[\"agent\"]");
    }

    @Test
    void no_forged_token_gets_in() throws JOSEException {
        RSAKey other = new RSAKeyGenerator(2_048).keyID(key.getKeyID()).generate();
        byte[] published = key.toRSAPublicKey().getEncoded();
        String good = signed(good());
        String[] parts = good.split("\\.", -1);
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("with another key", signed(good(), JWSAlgorithm.RS256, new RSASSASigner(other)));
        forged.put("without a signature", new PlainJWT(good().build()).serialize());
        forged.put("with its signature cut off", parts[0] + "." + parts[1] + ".");
        forged.put("signed with the public key as a secret", hmac(published));
        forged.put("signed with the public key's PEM as a secret", hmac(pem(published)));
        forged.put(
                "with another algorithm",
                signed(good(), JWSAlgorithm.RS512, new RSASSASigner(key)));
        forged.put(
                "with another padding", signed(good(), JWSAlgorithm.PS256, new RSASSASigner(key)));
        forged.put(
                "with other claims", parts[0] + "." + base64("{\"sub\":\"x\"}") + "." + parts[2]);
        forged.put("that is garbage", "garbage");
        forged.put("that is three dots", "...");
        forged.put("that is very long", "x".repeat(5_000));
        forged.put("with no claims", parts[0] + ".." + parts[2]);
        forged.put("with a header of lists", base64("[1,2]") + "." + parts[1] + "." + parts[2]);

        forged.forEach((how, token) -> assertRefused(how, node.getWith(token, CALLER)));
    }

    private String hmac(byte[] secret) throws JOSEException {
        return signed(good(), JWSAlgorithm.HS256, new MACSigner(secret));
    }

    private static byte[] pem(byte[] encoded) {
        String text = Base64.getMimeEncoder().encodeToString(encoded);
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(text)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void no_token_gets_in_that_says_the_wrong_things() throws JOSEException {
        Instant past = Instant.now().minus(Duration.ofMinutes(5));
        Instant future = Instant.now().plus(Duration.ofMinutes(5));
        Map<String, JWTClaimsSet.Builder> wrong = new LinkedHashMap<>();
        wrong.put("that has run out", good().expirationTime(Date.from(past)));
        wrong.put("that is not good yet", good().notBeforeTime(Date.from(future)));
        wrong.put("of another issuer", good().issuer("https://elsewhere.example"));
        wrong.put("of no issuer", good().issuer(null));
        wrong.put("for refreshing", good().claim("use", "refresh"));
        wrong.put("for no use", good().claim("use", null));
        wrong.put("of nobody", good().subject(null));
        wrong.put("of somebody without an id", good().subject("admin"));
        wrong.put("of no organisation", good().claim("tenant", null));
        wrong.put("of an organisation without an id", good().claim("tenant", "acme"));
        wrong.put("of an empty organisation", good().claim("tenant", ""));
        wrong.put("of several organisations", good().claim("tenant", List.of(tenant.toString())));
        wrong.put("of a number", good().claim("tenant", 7));

        for (Map.Entry<String, JWTClaimsSet.Builder> each : wrong.entrySet()) {
            assertRefused(each.getKey(), node.getWith(signed(each.getValue()), CALLER));
        }
    }

    @Test
    void roles_that_nobody_knows_allow_nothing() throws JOSEException {
        for (Object roles :
                List.of(
                        List.of("WIZARD"),
                        List.of(),
                        List.of("ADMIN AGENT"),
                        List.of(1, Map.of("role", "AGENT")),
                        List.of("SCOPE_AGENT"),
                        "AGENT",
                        7,
                        Map.of("AGENT", true))) {
            Answer answer = node.getWith(signed(good().claim("roles", roles)), CALLER);

            assertThat(answer.status()).as("%s: %s", roles, answer.http().body()).isEqualTo(403);
            assertThat(answer.rule()).isEqualTo("role-missing");
        }
    }

    @Test
    void a_known_role_counts_beside_unknown_ones() throws JOSEException {
        String token = signed(good().claim("roles", List.of("wizard", "agent")));

        assertThat(node.getWith(token, CALLER).status()).isEqualTo(200);
    }

    @Test
    void a_token_that_docket_issued_lapses_after_its_time() {
        SigningKeys keys = node.bean(SigningKeys.class);
        Clock then = Clock.fixed(Instant.now().minus(Tokens.ACCESS.plusMinutes(1)), ZoneOffset.UTC);

        String old = new Tokens(keys, then).access(person, tenant, Set.of(Role.AGENT));
        String young = node.bean(Tokens.class).access(person, tenant, Set.of(Role.AGENT));

        assertRefused("old", node.getWith(old, CALLER));
        assertThat(node.getWith(young, CALLER).status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_is_no_access_token_and_the_other_way_round() {
        Tokens tokens = node.bean(Tokens.class);
        String refresh = tokens.refresh(person, tenant, 3);

        assertRefused("for refreshing", node.getWith(refresh, CALLER));
        assertThat(tokens.read(refresh)).isEqualTo(new Tokens.Refresh(person, tenant, 3));
        assertThatThrownBy(() -> tokens.read(tokens.access(person, tenant, Set.of(Role.AGENT))))
                .isInstanceOf(JwtException.class);
    }

    @Test
    void a_token_travels_in_its_header_only() throws JOSEException {
        String token = signed(good());

        assertRefused("in the address", node.get(CALLER + "?access_token=" + token));
        assertRefused(
                "as another scheme",
                node.send(node.request(CALLER).header("Authorization", "Basic " + token)));
    }

    @Test
    void a_route_that_names_no_role_is_closed_to_all() throws JOSEException {
        String token = signed(good().claim("roles", List.of("ADMIN", "AGENT", "LEAD", "AUDITOR")));

        assertThat(node.getWith(token, "/api/v1/test/forgotten").status()).isEqualTo(403);
        assertThat(node.get("/api/v1/test/forgotten").status()).isEqualTo(401);
    }

    private static void assertRefused(String how, Answer answer) {
        assertThat(answer.status()).as("%s: %s", how, answer.http().body()).isEqualTo(401);
        assertThat(answer.rule()).as(how).isEqualTo("not-signed-in");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
}
