package dev.memoized.it.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ServiceLoader;

/** What can be seen from the thread that looks. */
@ApplicationScoped
public class Eyes {
    @Inject
    Visitor visitor;

    @Inject
    Witness witness;

    /** All of it, in lines of {@link Answer}. */
    public String look() {
        return Answer.of("thread", Thread.currentThread().getName())
                .and("visitor", visitor.name())
                .and(witness.look())
                .and("loader", seesClasses() && seesServices())
                .text();
    }

    private static boolean seesClasses() {
        try {
            return Class.forName(Eyes.class.getName(), false, loader()) == Eyes.class;
        } catch (ClassNotFoundException unseen) {
            return false;
        }
    }

    private static boolean seesServices() {
        return ServiceLoader.load(Service.class, loader()).findFirst().isPresent();
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }

    /** A service of this application. */
    public static class Service {}
}
