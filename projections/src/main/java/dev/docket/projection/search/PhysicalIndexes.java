package dev.docket.projection.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import dev.docket.index.IndexNames;
import dev.docket.projection.running.StoreAwayException;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Creates, names and drops indexes. */
final class PhysicalIndexes {

    /** Copies of an index that is filled would each cost as much again. */
    private static final String REPLICAS = "0-1";

    private static final String SERVING_REFRESH = "500ms";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    private final ElasticsearchClient elasticsearch;
    private final IndexNames index;
    private final IndexShape shape;
    private final Clock clock;

    PhysicalIndexes(
            ElasticsearchClient elasticsearch, IndexNames index, IndexShape shape, Clock clock) {
        this.elasticsearch = elasticsearch;
        this.index = index;
        this.shape = shape;
        this.clock = clock;
    }

    /** An empty index to be filled: nothing of it can be found before it serves. */
    String create() {
        String name = index.start() + shape.number() + "-" + STAMP.format(clock.instant());
        return asked(() -> {
            elasticsearch
                    .indices()
                    .create(request ->
                            request.index(name)
                                    .withJson(new StringReader(shape.json()))
                                    .aliases(index.nextAlias(), alias -> alias));
            return name;
        });
    }

    /** The index that the projection writes to, if there is one. */
    Optional<String> behindWriteAlias() {
        return behind(index.writeAlias()).stream().findFirst();
    }

    /** The index that queries read, if there is one. */
    Optional<String> behindReadAlias() {
        return behind(index.readAlias()).stream().findFirst();
    }

    private Set<String> behind(String alias) {
        return asked(() -> {
            try {
                return elasticsearch
                        .indices()
                        .getAlias(request -> request.name(alias))
                        .aliases()
                        .keySet();
            } catch (ElasticsearchException e) {
                if (e.status() == 404) {
                    return Set.of();
                }
                throw e;
            }
        });
    }

    /** All aliases move in one step: a query reads the old index or the new one. */
    void serve(String built) {
        asked(() -> {
            elasticsearch
                    .indices()
                    .putSettings(request ->
                            request.index(built)
                                    .settings(
                                            IndexSettings.of(settings ->
                                                    settings.refreshInterval(time ->
                                                                    time.time(SERVING_REFRESH))
                                                            .autoExpandReplicas(REPLICAS))));
            elasticsearch.indices().refresh(request -> request.index(built));
            elasticsearch
                    .indices()
                    .updateAliases(request ->
                            request.actions(
                                    leave(index.readAlias()),
                                    leave(index.writeAlias()),
                                    leave(index.nextAlias()),
                                    lead(index.readAlias(), built),
                                    lead(index.writeAlias(), built)));
            return built;
        });
    }

    /** Leads queries to the serving index again, after somebody took their alias away. */
    void leadReaders(String serving) {
        asked(() -> {
            elasticsearch
                    .indices()
                    .updateAliases(request ->
                            request.actions(
                                    leave(index.readAlias()), lead(index.readAlias(), serving)));
            return serving;
        });
    }

    private Action leave(String alias) {
        return Action.of(action ->
                action.remove(
                        remove -> remove.index(index.start() + "*").alias(alias).mustExist(false)));
    }

    private static Action lead(String alias, String to) {
        return Action.of(action -> action.add(add -> add.index(to).alias(alias)));
    }

    void drop(String name) {
        asked(() -> {
            elasticsearch.indices().delete(request -> request.index(name).ignoreUnavailable(true));
            return name;
        });
    }

    /** Drops what neither serves nor is known: the remains of a node that died. */
    void dropAllBut(List<String> known) {
        Set<String> serving = behind(index.readAlias());
        asked(() ->
                        elasticsearch
                                .indices()
                                .get(request -> request.index(index.start() + "*"))
                                .indices()
                                .keySet())
                .stream()
                .filter(name -> !serving.contains(name) && !known.contains(name))
                .forEach(this::drop);
    }

    private interface Asking<T> {
        T answer() throws IOException;
    }

    private static <T> T asked(Asking<T> asking) {
        try {
            return asking.answer();
        } catch (ElasticsearchException | IOException e) {
            throw new StoreAwayException("Elasticsearch does not serve: " + e.getMessage(), e);
        }
    }
}
