package dev.docket.query.attachment;

import java.util.List;

/**
 * A file that everybody may have.
 *
 * @param surrogateKeys by which those who keep it are told to drop it
 */
public record OpenFile(StoredFile file, List<String> surrogateKeys) {}
