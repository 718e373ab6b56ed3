package dev.memoized.spi;

/**
 * A backend whose stores keep and give back objects and know nothing else: a map, a disk, a cache of another library. The
 * library adds leases, marks and counting, in this JVM only: whatever {@link #capabilities()} says, other JVMs that use the
 * same place are not {@link CacheBackend.Capability#SHARED told} of anything.
 */
public interface PlainBackend extends CacheBackend {

    /**
     * Opens the place where a namespace lies. May be called more than once for one; the last answers may be unused.
     *
     * @param namespace what to open
     * @return a store that lives as long as this backend
     */
    PlainStore open(Namespace namespace);

    /**
     * For how many keys a store may be called at a time. For the same key it is never called by two threads.
     *
     * @return a power of two; 1, the default, for a store that is not thread-safe
     */
    default int keysAtATime() {
        return 1;
    }
}
