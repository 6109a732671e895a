package dev.docket.log;

import java.util.List;

/** The upcasters of all revisions that were ever released; none has been raised so far. */
final class ReleasedUpcasters {

    static final List<Upcaster> ALL = List.of();

    private ReleasedUpcasters() {}
}
