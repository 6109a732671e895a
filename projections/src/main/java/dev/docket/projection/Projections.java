package dev.docket.projection;

import com.zaxxer.hikari.HikariDataSource;
import dev.docket.edge.EdgeConfiguration;
import dev.docket.log.EventJson;
import dev.docket.log.LogConfiguration;
import dev.docket.log.LogDatabase;
import dev.docket.log.LogProperties;
import dev.docket.log.LogReader;
import dev.docket.projection.analytics.AnalyticsProjection;
import dev.docket.projection.audit.AuditTrailProjection;
import dev.docket.projection.knowledge.KnowledgeProjection;
import dev.docket.projection.people.PeopleProjection;
import dev.docket.projection.running.Follower;
import dev.docket.projection.running.Projection;
import dev.docket.projection.running.ProjectionConfiguration;
import dev.docket.projection.running.RunningProjections;
import dev.docket.projection.search.SearchConfiguration;
import dev.docket.projection.search.VectorConfiguration;
import dev.docket.projection.ticket.TicketsProjection;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that a projection node consists of. */
@Configuration(proxyBeanMethods = false)
@Import({
    LogConfiguration.class,
    EdgeConfiguration.class,
    ProjectionConfiguration.class,
    SearchConfiguration.class,
    VectorConfiguration.class
})
public class Projections {

    @Bean
    HikariDataSource projectionDatabase(LogProperties properties) {
        return LogDatabase.open("docket-projections", properties.readDatabase());
    }

    @Bean
    Projection ticketsProjection() {
        return new TicketsProjection();
    }

    @Bean
    Projection auditTrailProjection(EventJson json) {
        return new AuditTrailProjection(json);
    }

    @Bean
    Projection knowledgeProjection() {
        return new KnowledgeProjection();
    }

    @Bean
    Projection peopleProjection() {
        return new PeopleProjection();
    }

    @Bean
    Projection analyticsProjection() {
        return new AnalyticsProjection();
    }

    @Bean
    RunningProjections runningProjections(
            List<Projection> projections,
            List<Follower> indexes,
            LogReader log,
            @Qualifier("projectionDatabase") DataSource database,
            MeterRegistry metrics) {
        return new RunningProjections(projections, indexes, log, database, metrics);
    }
}
