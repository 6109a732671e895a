package dev.docket.query;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.edge.EdgeConfiguration;
import dev.docket.log.LogConfiguration;
import dev.docket.log.LogDatabase;
import dev.docket.log.LogProperties;
import dev.docket.query.analytics.AnalyticsConfiguration;
import dev.docket.query.attachment.AttachmentQueryConfiguration;
import dev.docket.query.audit.AuditConfiguration;
import dev.docket.query.console.ConsoleConfiguration;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.knowledge.KnowledgeQueryConfiguration;
import dev.docket.query.knowledge.pages.PagesConfiguration;
import dev.docket.query.live.LiveConfiguration;
import dev.docket.query.paging.DocumentedParameters;
import dev.docket.query.paging.NextLink;
import dev.docket.query.people.PeopleQueryConfiguration;
import dev.docket.query.search.TicketSearchQueryConfiguration;
import dev.docket.query.similar.SimilarConfiguration;
import dev.docket.query.ticket.TicketQueryConfiguration;
import java.time.Duration;
import javax.sql.DataSource;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that a query node consists of. */
@Configuration(proxyBeanMethods = false)
@Import({
    LogConfiguration.class,
    EdgeConfiguration.class,
    NextLink.class,
    TicketQueryConfiguration.class,
    PeopleQueryConfiguration.class,
    AnalyticsConfiguration.class,
    AuditConfiguration.class,
    AttachmentQueryConfiguration.class,
    TicketSearchQueryConfiguration.class,
    KnowledgeQueryConfiguration.class,
    SimilarConfiguration.class,
    PagesConfiguration.class,
    ConsoleConfiguration.class,
    LiveConfiguration.class
})
public class QuerySide {

    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(5);

    @Bean
    HikariDataSource queryDatabase(LogProperties properties) {
        return LogDatabase.open("docket-queries", properties.readDatabase(), LONGEST_STATEMENT);
    }

    @Bean
    JdbcTemplate queryTemplate(@Qualifier("queryDatabase") DataSource database) {
        return new JdbcTemplate(database);
    }

    @Bean
    JdbcClient queryJdbc(@Qualifier("queryTemplate") JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    OperationCustomizer documentedParameters() {
        return new DocumentedParameters();
    }

    @Bean
    Freshness freshness(JdbcClient queryJdbc) {
        return new Freshness(queryJdbc);
    }
}
