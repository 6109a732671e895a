package dev.docket.projection.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import dev.docket.projection.running.StoreAwayException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes whole documents. Their version is the position of their newest event, so that a newer one
 * is never replaced and a repeat does no harm. One of the same version replaces: an event that was
 * parked and is applied after later ones of other streams changes a document, not its position.
 */
final class BulkWriter implements DocumentWriter {

    /** Elasticsearch's guide sees the best throughput between 5 and 15 MB a request. */
    private static final int LARGEST_REQUEST = 5 << 20;

    private static final int LONGEST_CAUSE = 1_000;

    private final ElasticsearchClient elasticsearch;
    private final JsonMapper json = JsonMapper.builder().build();

    BulkWriter(ElasticsearchClient elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    @Override
    public List<RejectedDocument> write(String alias, List<ChangedDocument> documents) {
        List<RejectedDocument> rejected = new ArrayList<>();
        List<BulkOperation> operations = new ArrayList<>();
        int first = 0;
        long bytes = 0;
        for (int next = 0; next < documents.size(); next++) {
            byte[] document = json.writeValueAsBytes(documents.get(next).document());
            if (!operations.isEmpty() && bytes + document.length > LARGEST_REQUEST) {
                rejected.addAll(send(alias, operations, documents.subList(first, next)));
                operations = new ArrayList<>();
                first = next;
                bytes = 0;
            }
            operations.add(operation(documents.get(next), document));
            bytes += document.length;
        }
        if (!operations.isEmpty()) {
            rejected.addAll(send(alias, operations, documents.subList(first, documents.size())));
        }
        return rejected;
    }

    private static BulkOperation operation(ChangedDocument changed, byte[] document) {
        return BulkOperation.of(operation ->
                operation.index(index ->
                        index.id(changed.id().toString())
                                .versionType(VersionType.ExternalGte)
                                .version(changed.position())
                                .document(BinaryData.of(document, ContentType.APPLICATION_JSON))));
    }

    private List<RejectedDocument> send(
            String alias, List<BulkOperation> operations, List<ChangedDocument> documents) {
        BulkRequest request =
                BulkRequest.of(bulk ->
                        bulk.index(alias)
                                .requireAlias(true)
                                .includeSourceOnError(false)
                                .operations(operations));
        try {
            BulkResponse response = elasticsearch.bulk(request);
            return response.errors() ? judge(alias, response.items(), documents) : List.of();
        } catch (ElasticsearchException | IOException e) {
            throw new StoreAwayException("Elasticsearch did not take a bulk", e);
        }
    }

    private static List<RejectedDocument> judge(
            String alias, List<BulkResponseItem> items, List<ChangedDocument> documents) {
        List<RejectedDocument> rejected = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            BulkResponseItem item = items.get(i);
            switch (item.status()) {
                case 200, 201, 409 -> {
                    // Written, or a newer one is there.
                }
                case 404 -> throw new IndexMissingException(alias);
                default -> {
                    if (item.status() != 400 || isOfTheIndex(item.error())) {
                        throw new StoreAwayException(
                                "Elasticsearch answered %d: %s"
                                        .formatted(item.status(), cause(item.error())));
                    }
                    rejected.add(rejected(documents.get(i), item.error()));
                }
            }
        }
        return rejected;
    }

    /** A closed index, or an alias of two, takes no document: none of them is at fault. */
    private static boolean isOfTheIndex(@Nullable ErrorCause error) {
        return error == null
                || "index_closed_exception".equals(error.type())
                || String.valueOf(error.reason()).startsWith("no write index is defined");
    }

    private static RejectedDocument rejected(ChangedDocument changed, @Nullable ErrorCause error) {
        return new RejectedDocument(changed.id(), changed.position(), cause(error));
    }

    private static String cause(@Nullable ErrorCause error) {
        StringBuilder text = new StringBuilder();
        for (ErrorCause cause = error; cause != null; cause = cause.causedBy()) {
            text.append(text.isEmpty() ? "" : ": ")
                    .append(cause.type())
                    .append(' ')
                    .append(cause.reason());
        }
        return text.substring(0, Math.min(text.length(), LONGEST_CAUSE));
    }
}
