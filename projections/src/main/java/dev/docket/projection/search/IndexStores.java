package dev.docket.projection.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.docket.log.LogReader;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * What every indexer works with.
 *
 * @param database holds the views that are followed, and how far indexes have followed them
 * @param elasticsearch holds the indexes
 * @param log tells that there is more to follow
 */
record IndexStores(
        DataSource database, ElasticsearchClient elasticsearch, LogReader log, Clock clock) {}
