package dev.docket.query.audit;

import dev.docket.event.TenantId;
import dev.docket.log.LogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The replay checks of this node: one runs at a time, the last ten are remembered. */
final class ReplayChecks {

    private static final int REMEMBERED = 10;

    private final LogReader log;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final List<ReplayCheck> checks = new ArrayList<>();

    ReplayChecks(LogReader log, JdbcClient jdbc, TransactionTemplate snapshot) {
        this.log = log;
        this.jdbc = jdbc;
        this.snapshot = snapshot;
    }

    /** Empty while another check runs. */
    synchronized Optional<ReplayCheck> start(TenantId tenant) {
        if (checks.stream().anyMatch(ReplayCheck::isRunning)) {
            return Optional.empty();
        }
        ReplayCheck check = new ReplayCheck(tenant, log, jdbc, snapshot);
        checks.addFirst(check);
        if (checks.size() > REMEMBERED) {
            checks.removeLast();
        }
        Thread.ofPlatform().daemon().name("docket-replay-check").start(check);
        return Optional.of(check);
    }

    synchronized Optional<ReplayCheck> find(UUID id, TenantId tenant) {
        return of(tenant).stream().filter(check -> check.id().equals(id)).findFirst();
    }

    synchronized List<ReplayCheck> of(TenantId tenant) {
        return checks.stream().filter(check -> check.tenant().equals(tenant)).toList();
    }
}
