package dev.memoized.impl.engine;

/** What is kept for a request and has to hear of its end. */
public interface OfRequest extends AutoCloseable {

    /** The request has ended; a second call does nothing. */
    @Override
    void close();
}
