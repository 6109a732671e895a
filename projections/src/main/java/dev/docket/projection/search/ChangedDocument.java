package dev.docket.projection.search;

import java.util.UUID;

/**
 * What an index should hold of something that changed, as it is now.
 *
 * @param change its place in the order of the changes
 * @param position of the newest event that is in the document
 */
record ChangedDocument(long change, UUID id, long position, Object document) {}
