package dev.docket.query.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether somebody may join a room. */
sealed interface Admission {

    /**
     * @param limitedTo the caller, where they are told of their own things alone; null for those
     *     who see all
     */
    record Granted(@Nullable UUID limitedTo) implements Admission {}

    /**
     * @param rule a stable word for programs
     * @param detail a sentence for people
     */
    record Refused(String rule, String detail) implements Admission {}
}
