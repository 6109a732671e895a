package dev.docket.log;

import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** How far the log has come with what a unit of work appended. */
public final class AppendedPosition {

    private static final String KEY = AppendedPosition.class.getName();

    private AppendedPosition() {}

    /** Called by an engine within the unit of work whose events it has just written. */
    public static void leave(long position) {
        CurrentUnitOfWork.ifStarted(work -> work.root().resources().put(KEY, position));
    }

    /** The position of the last event that the unit of work appended; empty if it appended none. */
    public static OptionalLong in(UnitOfWork<?> work) {
        Long position = work.root().getResource(KEY);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }
}
