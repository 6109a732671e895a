package dev.docket.query.attachment;

import dev.docket.event.attachment.Sha256;

/**
 * A file that a caller may have.
 *
 * @param mediaType as its bytes tell
 * @param size in bytes
 */
public record StoredFile(String name, String mediaType, long size, Sha256 sha256) {}
