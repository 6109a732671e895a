package dev.docket.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes UUIDs: version 7 (RFC 9562) for what is new, version 8 for what a name determines. */
public final class Ids {

    private Ids() {}

    /** A version 7 UUID: 48 bits of milliseconds, so that ids of one node grow with time. */
    public static UUID timeOrdered(Clock clock, RandomGenerator random) {
        long high = (clock.millis() << 16) | 0x7000L | random.nextInt(1 << 12);
        long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }

    /**
     * The same UUID for the same parts, on every node and at any time; different parts never meet
     * in practice (122 bits of SHA-256).
     */
    public static UUID named(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                sha.update(bytes);
            }
            ByteBuffer digest = ByteBuffer.wrap(sha.digest());
            long high = (digest.getLong() & ~0xF000L) | 0x8000L;
            long low = (digest.getLong() >>> 2) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
