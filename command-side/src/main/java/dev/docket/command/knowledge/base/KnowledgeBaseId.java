package dev.docket.command.knowledge.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import java.util.UUID;

/** Names the stream of an organisation's knowledge base; it follows from the organisation. */
public record KnowledgeBaseId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public KnowledgeBaseId {}

    public static KnowledgeBaseId of(TenantId tenant) {
        return new KnowledgeBaseId(Ids.named("knowledge-base", tenant.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
