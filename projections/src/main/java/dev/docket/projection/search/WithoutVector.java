package dev.docket.projection.search;

/**
 * A document of a vector index, but for its vector.
 *
 * @param text what the vector is made of
 * @param document what stands beside the vector
 */
record WithoutVector(String text, Object document) {}
