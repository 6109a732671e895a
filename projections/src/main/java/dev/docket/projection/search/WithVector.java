package dev.docket.projection.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/**
 * A document of a vector index.
 *
 * @param document what stands beside the vector
 * @param vectors one, by the name of the model that made it
 */
record WithVector(@JsonUnwrapped Object document, Map<String, float[]> vectors) {}
