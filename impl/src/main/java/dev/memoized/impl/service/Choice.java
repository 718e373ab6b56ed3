package dev.memoized.impl.service;

import java.lang.reflect.Type;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a view has been told.
 *
 * @param backend its name; empty for the default
 * @param prefix of its namespace; empty for the one without
 * @param schema empty when there is none
 * @param type of its values
 * @param refreshAfter null when values do not become stale
 * @param expireAfter null for the namespace's own
 */
record Choice(
        String backend,
        String prefix,
        String schema,
        Type type,
        @Nullable Duration refreshAfter,
        @Nullable Duration expireAfter) {

    Choice backend(String other) {
        return new Choice(other, prefix, schema, type, refreshAfter, expireAfter);
    }

    Choice schema(String other) {
        return new Choice(backend, prefix, other, type, refreshAfter, expireAfter);
    }

    Choice prefixed(String more) {
        return new Choice(backend, prefix + more, schema, type, refreshAfter, expireAfter);
    }

    Choice type(Type other) {
        return new Choice(backend, prefix, schema, other, refreshAfter, expireAfter);
    }

    Choice refreshAfter(Duration age) {
        return new Choice(backend, prefix, schema, type, age, expireAfter);
    }

    Choice expireAfter(Duration age) {
        return new Choice(backend, prefix, schema, type, refreshAfter, age);
    }

    /** The first part of every key; no method has such a name. */
    String namespace() {
        return prefix.isEmpty() ? "cache" : "cache:" + prefix;
    }
}
