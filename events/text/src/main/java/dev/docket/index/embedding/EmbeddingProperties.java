package dev.docket.index.embedding;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which endpoint makes vectors of texts, and of which model. Without a {@code url} there are none.
 *
 * @param url of the endpoint itself, for instance {@code http://localhost:11434/v1/embeddings}
 * @param model as the endpoint calls it
 * @param key a bearer token, if the endpoint asks for one
 * @param dimensions how many numbers a vector of the model has
 * @param longest so many UTF-16 code units of a text are sent, from its beginning
 * @param textPrefix what the model wants before a text that is to be found
 * @param questionPrefix what the model wants before a question
 * @param similarity the cosine from which on a text is near to a question
 * @param patience with the vectors of texts that are indexed
 * @param questionPatience with the vector of a question, while somebody waits
 */
@ConfigurationProperties("docket.embeddings")
public record EmbeddingProperties(
        URI url,
        String model,
        @Nullable String key,
        int dimensions,
        @DefaultValue("2000") int longest,
        @DefaultValue("") String textPrefix,
        @DefaultValue("") String questionPrefix,
        @DefaultValue("0.5") float similarity,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("150ms") Duration questionPatience) {

    /** Elasticsearch takes no longer vectors. */
    private static final int MOST_DIMENSIONS = 4_096;

    /** The field that holds the vectors, one below it for each model. */
    private static final String VECTORS = "vectors.";

    public EmbeddingProperties {
        demand(
                Objects.requireNonNull(url, "docket.embeddings.url").isAbsolute(),
                "url",
                "the whole address of an endpoint");
        demand(model != null && !model.isBlank(), "model", "the name of a model");
        demand(
                dimensions >= 1 && dimensions <= MOST_DIMENSIONS,
                "dimensions",
                "how many numbers the model's vectors have, at most " + MOST_DIMENSIONS);
        demand(longest >= 1, "longest", "at least 1");
        demand(similarity >= -1 && similarity <= 1, "similarity", "a cosine, from -1 to 1");
        demand(isSome(patience), "patience", "a duration");
        demand(isSome(questionPatience), "question-patience", "a duration");
    }

    private static boolean isSome(Duration duration) {
        return duration.isPositive();
    }

    private static void demand(boolean holds, String name, String what) {
        if (!holds) {
            throw new IllegalArgumentException("docket.embeddings.%s is %s".formatted(name, what));
        }
    }

    /** Another one for each way in which vectors are made: they cannot be compared. */
    public int number() {
        String way =
                String.join(
                        "\0",
                        model,
                        Integer.toString(dimensions),
                        Integer.toString(longest),
                        textPrefix);
        return way.hashCode() & Integer.MAX_VALUE;
    }

    /**
     * The name under which an index holds the vectors. That of another model holds none under it,
     * so that a question is never compared with them.
     */
    public String name() {
        return "m" + Integer.toString(number(), Character.MAX_RADIX);
    }

    /** The path of the field that is {@link #name()}. */
    public String field() {
        return VECTORS + name();
    }

    /** What is sent for a text that is to be found. */
    public String text(String text) {
        return textPrefix + beginning(text);
    }

    /** What is sent for a question. */
    public String question(String question) {
        return questionPrefix + beginning(question);
    }

    private String beginning(String text) {
        if (text.length() <= longest) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, splits ? longest - 1 : longest);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "%s of %d dimensions at %s".formatted(model, dimensions, url);
    }
}
