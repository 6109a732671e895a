package dev.docket.log.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Scans whose reader will likely ask for the next page: opening one anew makes the server search
 * its files. The few that were used last stay open.
 */
final class OpenScans implements AutoCloseable {

    private static final int MOST = 8;

    private final Map<Long, Scan> byPosition = new LinkedHashMap<>();

    synchronized Scan take(EventChannel events, long position) {
        Scan open = byPosition.remove(position);
        return open == null ? Scan.after(events, position) : open;
    }

    synchronized void keep(Scan scan) {
        Scan other = byPosition.put(scan.position(), scan);
        if (other != null) {
            other.close();
        }
        if (byPosition.size() > MOST) {
            Iterator<Scan> eldest = byPosition.values().iterator();
            eldest.next().close();
            eldest.remove();
        }
    }

    @Override
    public synchronized void close() {
        byPosition.values().forEach(Scan::close);
        byPosition.clear();
    }
}
