package dev.docket.query.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;

/** The bodies that are read often, rendered once: a revision never changes. */
public final class RenderedBodies {

    private static final int MOST_CHARACTERS = 32 << 20;

    private record Key(UUID article, int revision) {}

    private final Cache<Key, RenderedBody> rendered =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS)
                    .weigher((Key key, RenderedBody body) -> 200 + body.html().length())
                    .build();

    RenderedBody of(UUID article, int revision, String markdown) {
        return rendered.get(new Key(article, revision), key -> RenderedBody.of(markdown));
    }
}
