package dev.memoized.tck.behaviour;

import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.logging.Logger;

/** The class that many applications have: it produces loggers, and knows the caller for something else. */
@Dependent
public class Resources {
    @Inject
    Principal caller;

    @Produces
    @Dependent
    Logger logger(InjectionPoint place) {
        return Logger.getLogger(place.getMember().getDeclaringClass().getName());
    }

    /** A bean with a logger. */
    @ApplicationScoped
    public static class Logging {
        @Inject
        Logger logger;

        @Memoized
        public String titles(String key) {
            logger.fine("asked for a title");
            return key;
        }
    }
}
