package dev.docket.query.analytics;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The analytics feature of the query side. */
@Configuration(proxyBeanMethods = false)
@Import(AnalyticsController.class)
public class AnalyticsConfiguration {

    @Bean
    AnalyticsQueries analyticsQueries(JdbcClient queryJdbc) {
        return new AnalyticsQueries(queryJdbc);
    }
}
