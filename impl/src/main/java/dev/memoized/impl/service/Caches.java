package dev.memoized.impl.service;

import dev.memoized.CacheService;

/** The view that an application begins with. */
public final class Caches extends CacheView<Object> implements CacheService {

    /**
     * Of one backend.
     *
     * @param backend its name; empty for the default
     */
    public Caches(Views views, String backend) {
        super(views, new Choice(backend, "", "", Object.class, null, null));
    }
}
