package dev.memoized.impl.cdi;

import dev.memoized.impl.log.WiringMessage;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.ObjectBackend;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One reference a backend bean, whatever its scope: its methods share what it keeps. Thread-safe. */
final class BackendReferences implements AutoCloseable {
    private final Lock lock = new ReentrantLock();
    private final Map<Bean<?>, Reference> references = new HashMap<>();
    private final BeanManager manager;

    BackendReferences(BeanManager manager) {
        this.manager = manager;
    }

    /**
     * The backend.
     *
     * @param place for the message when it is none
     */
    CacheBackend of(Bean<?> bean, String place) {
        Reference known = known(bean);
        Reference reference = known == null ? first(bean, make(bean)) : known;
        if (reference.backend() instanceof ObjectBackend || reference.backend() instanceof ByteBackend) {
            return (CacheBackend) reference.backend();
        }
        throw new DeploymentException(WiringMessage.BACKEND_WITHOUT_STORE.textAt(place, bean.getBeanClass()));
    }

    private @Nullable Reference known(Bean<?> bean) {
        lock.lock();
        try {
            return references.get(bean);
        } finally {
            lock.unlock();
        }
    }

    private Reference make(Bean<?> bean) {
        CreationalContext<?> creation = manager.createCreationalContext(bean);
        return new Reference(manager.getReference(bean, CacheBackend.class, creation), creation);
    }

    private Reference first(Bean<?> bean, Reference made) {
        Reference before;
        lock.lock();
        try {
            before = references.putIfAbsent(bean, made);
        } finally {
            lock.unlock();
        }
        if (before == null) {
            return made;
        }
        made.creation().release();
        return before;
    }

    @Override
    public void close() {
        references.values().forEach(reference -> reference.creation().release());
    }

    private record Reference(Object backend, CreationalContext<?> creation) {}
}
