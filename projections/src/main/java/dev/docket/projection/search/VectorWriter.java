package dev.docket.projection.search;

import dev.docket.projection.search.TextVectors.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gives documents that are {@link WithoutVector} theirs and hands them on. */
final class VectorWriter implements DocumentWriter {

    private final TextVectors vectors;
    private final DocumentWriter bulk;

    VectorWriter(TextVectors vectors, DocumentWriter bulk) {
        this.vectors = vectors;
        this.bulk = bulk;
    }

    @Override
    public List<RejectedDocument> write(String alias, List<ChangedDocument> documents) {
        Vectors found = vectors.of(documents);
        List<RejectedDocument> rejected = new ArrayList<>();
        List<ChangedDocument> whole = new ArrayList<>();
        for (ChangedDocument changed : documents) {
            float[] vector = found.byId().get(changed.id());
            if (vector == null) {
                rejected.add(
                        new RejectedDocument(
                                changed.id(),
                                changed.position(),
                                String.valueOf(found.refused().get(changed.id()))));
            } else {
                WithoutVector draft = (WithoutVector) changed.document();
                whole.add(
                        new ChangedDocument(
                                changed.change(),
                                changed.id(),
                                changed.position(),
                                new WithVector(draft.document(), Map.of(vectors.model(), vector))));
            }
        }
        rejected.addAll(bulk.write(alias, whole));
        return rejected;
    }
}
