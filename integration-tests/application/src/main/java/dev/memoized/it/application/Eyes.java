package dev.memoized.it.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ServiceLoader;
import java.util.function.Function;

/** What can be seen from the thread that looks. It asks by program, which no deployment can check. */
@ApplicationScoped
public class Eyes {
    private static final String NOTHING = "nothing";

    @Inject
    Visitor visitor;

    /** All of it, in lines of {@link Answer}. */
    public String look() {
        return Answer.of("thread", Thread.currentThread().getName())
                .and("visitor", visitor.name())
                .and("principal", ask(Principal.class, Principal::getName))
                .and("header", ask(HttpServletRequest.class, request -> request.getHeader("Visitor")))
                .and("session", ask(HttpServletRequest.class, request -> request.getSession(false)
                        .getAttribute("visitor")))
                .and("role", ask(HttpServletRequest.class, request -> request.isUserInRole("reader")))
                .and("loader", seesClasses() && seesServices())
                .text();
    }

    private static <T> Object ask(Class<T> type, Function<T, Object> question) {
        try {
            Instance<T> found = CDI.current().select(type);
            Object answer = found.isResolvable() ? question.apply(found.get()) : null;
            return answer == null ? NOTHING : answer;
        } catch (RuntimeException none) {
            return NOTHING;
        }
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
