package dev.docket.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the index holds it; the document's id is the ticket's. Enums are their Java names.
 * What is only searched and never shown again is absent when a document is read.
 *
 * @param categoryPath the category and all that it is part of
 * @param replies what the requester may see of the conversation, newest last, and the solution
 * @param notes what only agents may see
 * @param subjectStems the stems of the subject
 * @param publicStems the stems of all that the requester may see
 * @param allStems the stems of everything
 * @param version the ticket's version
 * @param position of the newest event that is in the document
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketDocument(
        UUID tenant,
        long number,
        String subject,
        String description,
        @Nullable String replies,
        @Nullable String notes,
        String status,
        String priority,
        String type,
        @Nullable String category,
        @Nullable List<String> categoryPath,
        List<String> tags,
        UUID requester,
        @Nullable UUID team,
        @Nullable UUID agent,
        String channel,
        Instant openedAt,
        Instant updatedAt,
        long version,
        long position,
        @Nullable String subjectStems,
        @Nullable String publicStems,
        @Nullable String allStems) {}
