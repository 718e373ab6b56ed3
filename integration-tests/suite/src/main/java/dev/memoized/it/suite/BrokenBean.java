package dev.memoized.it.suite;

import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;

/** Uses the library wrongly. */
@ApplicationScoped
public class BrokenBean {

    /** Returns nothing that could be remembered. */
    @Memoized
    public void nothing(String key) {}
}
