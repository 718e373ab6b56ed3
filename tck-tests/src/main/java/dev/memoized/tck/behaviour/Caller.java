package dev.memoized.tck.behaviour;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.security.Principal;

/** Who calls, as an application would tell it. */
interface Caller extends Principal {

    /** Produces the caller under each of its types, also where the container has a principal. */
    @Alternative
    @Priority(1)
    @ApplicationScoped
    class Producer {

        @Produces
        Caller caller() {
            return () -> "somebody";
        }
    }
}
