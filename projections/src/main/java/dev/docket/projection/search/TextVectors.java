package dev.docket.projection.search;

import dev.docket.index.embedding.EmbeddingProperties;
import dev.docket.index.embedding.Embeddings;
import dev.docket.index.embedding.EmbeddingsAwayException;
import dev.docket.index.embedding.EmbeddingsLateException;
import dev.docket.index.embedding.TextsRefusedException;
import dev.docket.projection.running.StoreAwayException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The vectors of texts, kept in the database: an endpoint is asked once for each text, however
 * often the rest of a document changes or its index is built.
 */
final class TextVectors {

    /** More in one request is refused by endpoints that nobody told otherwise. */
    private static final int MOST_TEXTS = 32;

    private static final int MOST_BYTES = 256 << 10;

    /** What every endpoint that works has a vector of. */
    private static final String HARMLESS = "Docket";

    private final JdbcClient jdbc;
    private final String schema;
    private final EmbeddingProperties properties;
    private final Embeddings embeddings;

    /** So many texts are sent together: fewer after the endpoint was late, more while it is not. */
    private final AtomicInteger atOnce = new AtomicInteger(MOST_TEXTS);

    TextVectors(
            DataSource database,
            String schema,
            EmbeddingProperties properties,
            Embeddings embeddings) {
        this.jdbc = JdbcClient.create(database);
        this.schema = schema;
        this.properties = properties;
        this.embeddings = embeddings;
    }

    /** The name of the model that makes the vectors. */
    String model() {
        return properties.name();
    }

    /**
     * @param refused why a text has no vector
     */
    record Vectors(Map<UUID, float[]> byId, Map<UUID, String> refused) {}

    /**
     * @param mark a hash that tells it from any other text, and from itself for another model
     */
    private record Text(UUID id, String text, String mark) {}

    /**
     * @throws StoreAwayException if the endpoint does not answer for all; what it answered for is
     *     not asked again
     */
    Vectors of(List<ChangedDocument> documents) {
        List<Text> texts = documents.stream().map(this::text).toList();
        Vectors vectors = new Vectors(known(texts), new HashMap<>());
        List<Text> batch = new ArrayList<>();
        long bytes = 0;
        for (Text text : texts) {
            if (vectors.byId().containsKey(text.id())) {
                continue;
            }
            int length = text.text().getBytes(StandardCharsets.UTF_8).length;
            if (isFull(batch.size(), bytes + length)) {
                make(batch, vectors);
                batch.clear();
                bytes = 0;
            }
            batch.add(text);
            bytes += length;
        }
        if (!batch.isEmpty()) {
            make(batch, vectors);
        }
        return vectors;
    }

    private boolean isFull(int texts, long bytes) {
        return texts >= atOnce.get() || (texts > 0 && bytes > MOST_BYTES);
    }

    private Text text(ChangedDocument changed) {
        String text = properties.text(((WithoutVector) changed.document()).text());
        return new Text(changed.id(), text, mark(properties.name() + "\0" + text));
    }

    private static String mark(String text) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(hash.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private Map<UUID, float[]> known(List<Text> texts) {
        Map<UUID, float[]> known = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT e.id, e.vector
                        FROM unnest(?::uuid[], ?::text[]) AS asked (id, mark)
                        JOIN %s.embedding e ON e.id = asked.id AND e.mark = asked.mark
                        """
                                .formatted(schema))
                .params(ids(texts), marks(texts))
                .query(row -> {
                    known.put(row.getObject("id", UUID.class), numbers(row.getBytes("vector")));
                });
        return known;
    }

    /** Where together they are refused or late, each half is tried by itself. */
    private void make(List<Text> texts, Vectors vectors) {
        try {
            take(texts, vectors);
            atOnce.updateAndGet(now -> Math.min(now + 1, MOST_TEXTS));
        } catch (EmbeddingsLateException late) {
            atOnce.updateAndGet(now -> Math.max(1, Math.min(now, texts.size() / 2)));
            ensureThatOthersAreTaken(late);
            makeOfHalves(texts, vectors);
        } catch (TextsRefusedException refused) {
            if (texts.size() == 1) {
                ensureThatOthersAreTaken(refused);
            }
            makeOfHalves(texts, vectors);
        } catch (EmbeddingsAwayException away) {
            throw away(away);
        }
    }

    private void makeOfHalves(List<Text> texts, Vectors vectors) {
        if (texts.size() == 1) {
            makeOnceMore(texts, vectors);
            return;
        }
        int half = texts.size() / 2;
        make(texts.subList(0, half), vectors);
        make(texts.subList(half, texts.size()), vectors);
    }

    /** An endpoint that others found well may only just have recovered. */
    private void makeOnceMore(List<Text> alone, Vectors vectors) {
        try {
            take(alone, vectors);
        } catch (TextsRefusedException | EmbeddingsLateException atFault) {
            vectors.refused().put(alone.getFirst().id(), String.valueOf(atFault.getMessage()));
        } catch (EmbeddingsAwayException away) {
            throw away(away);
        }
    }

    private void take(List<Text> texts, Vectors vectors) {
        List<float[]> made = embeddings.of(texts.stream().map(Text::text).toList());
        keep(texts, made);
        for (int i = 0; i < texts.size(); i++) {
            vectors.byId().put(texts.get(i).id(), made.get(i));
        }
    }

    /**
     * An endpoint that refuses everything is set up wrong, and one that has nothing in time is away
     * or busy: no text is at fault.
     */
    private void ensureThatOthersAreTaken(RuntimeException failure) {
        try {
            embeddings.of(List.of(properties.text(HARMLESS)));
        } catch (TextsRefusedException | EmbeddingsAwayException everything) {
            failure.addSuppressed(everything);
            throw away(failure);
        }
    }

    private static StoreAwayException away(RuntimeException cause) {
        return new StoreAwayException(String.valueOf(cause.getMessage()), cause);
    }

    private void keep(List<Text> texts, List<float[]> vectors) {
        jdbc.sql(
                        """
                        INSERT INTO %s.embedding (id, mark, vector)
                        SELECT id, mark, vector
                        FROM unnest(?::uuid[], ?::text[], ?::bytea[]) AS made (id, mark, vector)
                        ON CONFLICT (id) DO UPDATE
                        SET mark = excluded.mark, vector = excluded.vector
                        """
                                .formatted(schema))
                .params(
                        ids(texts),
                        marks(texts),
                        vectors.stream().map(TextVectors::bytes).toArray(byte[][]::new))
                .update();
    }

    private static UUID[] ids(List<Text> texts) {
        return texts.stream().map(Text::id).toArray(UUID[]::new);
    }

    private static String[] marks(List<Text> texts) {
        return texts.stream().map(Text::mark).toArray(String[]::new);
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    private static float[] numbers(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }
}
