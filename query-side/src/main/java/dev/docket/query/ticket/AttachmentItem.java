package dev.docket.query.ticket;

import java.util.UUID;

/**
 * A file as a ticket and its conversation show it; its bytes are at {@code /attachments/{id}}.
 *
 * @param mediaType as its bytes tell
 * @param size in bytes
 */
record AttachmentItem(UUID id, String name, String mediaType, long size, String sha256) {}
