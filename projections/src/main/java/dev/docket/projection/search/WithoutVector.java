package dev.docket.projection.search;

import java.util.function.Function;

/**
 * A document of a vector index, but for its vector.
 *
 * @param text what the vector is made of
 * @param document the whole document, with the vector
 */
record WithoutVector(String text, Function<float[], Object> document) {}
