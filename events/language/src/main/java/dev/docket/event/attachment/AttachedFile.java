package dev.docket.event.attachment;

/**
 * What there is to know of a file without opening it.
 *
 * @param name without a path, 1 to 255 characters
 * @param mediaType as its bytes tell, whatever its sender said
 * @param size in bytes
 */
public record AttachedFile(
        AttachmentId attachment, String name, String mediaType, long size, Sha256 sha256) {}
