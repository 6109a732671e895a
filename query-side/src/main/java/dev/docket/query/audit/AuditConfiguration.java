package dev.docket.query.audit;

import dev.docket.log.LogReader;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The audit feature of the query side. */
@Configuration(proxyBeanMethods = false)
@Import(AuditController.class)
public class AuditConfiguration {

    /** One state of the database for as long as a check takes; nothing is written. */
    @Bean
    TransactionTemplate auditSnapshot(@Qualifier("queryDatabase") DataSource database) {
        TransactionTemplate snapshot =
                new TransactionTemplate(new JdbcTransactionManager(database));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return snapshot;
    }

    @Bean
    AuditTrail auditTrail(JdbcClient queryJdbc, JsonMapper json) {
        return new AuditTrail(queryJdbc, json);
    }

    @Bean
    ReplayChecks replayChecks(
            LogReader log,
            @Qualifier("queryDatabase") DataSource database,
            TransactionTemplate auditSnapshot) {
        return new ReplayChecks(log, JdbcClient.create(database), auditSnapshot);
    }
}
