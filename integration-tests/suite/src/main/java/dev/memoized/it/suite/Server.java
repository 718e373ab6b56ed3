package dev.memoized.it.suite;

import java.io.IOException;

/** A kind of runtime. Each module has one, found by the service loader. */
public interface Server {

    /** The threads that renew, as a regular expression of their names. */
    String refreshThreads();

    /**
     * Lays into the folder what a server needs that has the application and listens on one port of 127.0.0.1 only.
     *
     * @return the server as a process, without a script around it
     */
    ProcessBuilder prepare(Setup setup) throws IOException;
}
