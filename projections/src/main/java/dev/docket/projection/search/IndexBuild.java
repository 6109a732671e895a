package dev.docket.projection.search;

/**
 * How far the newest build of an index has come.
 *
 * @param serves whether it is done
 * @param documents that it has written
 * @param change of the view up to which it has them
 * @param seconds that it has been going on, or took
 */
record IndexBuild(boolean serves, long documents, long change, double seconds) {

    /** One that was asked for, or is needed, and that the node that leads has not begun. */
    static final IndexBuild AWAITED = new IndexBuild(false, 0, 0, 0);
}
