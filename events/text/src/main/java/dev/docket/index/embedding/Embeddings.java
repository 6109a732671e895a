package dev.docket.index.embedding;

import java.util.List;

/** Turns texts into vectors, so that what means nearly the same is near to one another. */
public interface Embeddings extends AutoCloseable {

    /**
     * One vector a text, in their order: each of as many finite numbers as is configured, not all
     * of them zero.
     *
     * @throws EmbeddingsAwayException if there is no answer now; the same texts may have one later
     * @throws EmbeddingsLateException if there is none in time: fewer texts may have one now
     * @throws TextsRefusedException if at least one of the texts has no vector
     */
    List<float[]> of(List<String> texts);

    /** Those that still wait for an answer get none. */
    @Override
    void close();
}
