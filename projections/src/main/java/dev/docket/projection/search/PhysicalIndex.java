package dev.docket.projection.search;

/**
 * An index under its own name.
 *
 * @param source the schema of the view that it follows
 * @param mapping the version of the mapping that it was created with
 * @param outdated whether another one should be built in its place
 * @param change how far it has followed
 */
record PhysicalIndex(
        String name, Role role, long source, int mapping, boolean outdated, long change) {

    enum Role {
        /** Queries read it. */
        SERVING,
        /** It is filled beside the serving one. */
        BUILDING,
        /** Queries that were on their way may still read it; then it is dropped. */
        RETIRED
    }
}
