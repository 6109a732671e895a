package dev.docket.query.live;

import java.util.HashMap;
import java.util.Map;

/**
 * How many connections an address has that have not said who they are. Whoever has said so is
 * counted as a person, wherever they come from.
 */
final class Strangers {

    private final Map<String, Integer> connections = new HashMap<>();
    private final int most;

    Strangers(int most) {
        this.most = most;
    }

    synchronized boolean hasRoomFor(String address) {
        return connections.getOrDefault(address, 0) < most;
    }

    /** Counts one more, if it may come. */
    synchronized boolean add(String address) {
        if (!hasRoomFor(address)) {
            return false;
        }
        connections.merge(address, 1, Integer::sum);
        return true;
    }

    /** One that was counted has gone, or has said who it is. */
    synchronized void remove(String address) {
        int left = connections.getOrDefault(address, 0) - 1;
        if (left > 0) {
            connections.put(address, left);
        } else {
            connections.remove(address);
        }
    }
}
