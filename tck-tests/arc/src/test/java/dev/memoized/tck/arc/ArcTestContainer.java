package dev.memoized.tck.arc;

import dev.memoized.tck.Deployment;
import dev.memoized.tck.DeploymentFailure;
import dev.memoized.tck.TestContainer;
import dev.memoized.testing.Callers;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ArC, with the library's build compatible extension. */
public final class ArcTestContainer implements TestContainer {

    /** For the service loader. */
    public ArcTestContainer() {}

    @Override
    public Running start(Deployment deployment) {
        try {
            return start(deployment.beanClasses());
        } catch (Exception e) {
            throw new DeploymentFailure(messages(e) + laterMessages(deployment.beanClasses(), messages(e)), e);
        }
    }

    private static Running start(List<Class<?>> beans) throws Exception {
        ArcLoader loader = new ArcLoader();
        OtherContainer other = new OtherContainer();
        try {
            new ArcBuild(beans).build().defineIn(loader);
            ArcContainer container = Arc.initialize();
            container.beanManager().getEvent().fire(new Startup());
            return new RunningArc(container, other, loader);
        } catch (Exception e) {
            other.close();
            loader.close();
            throw e;
        }
    }

    /** What is told when the beans are gone that were complained of: who mends what the build refuses hears of the start. */
    private static String laterMessages(List<Class<?>> beans, String told) {
        List<Class<?>> rest =
                beans.stream().filter(bean -> !isNamed(bean, told)).toList();
        if (rest.isEmpty() || rest.size() == beans.size()) {
            return "";
        }
        try {
            start(rest).close();
            return "";
        } catch (Exception e) {
            return messages(e) + laterMessages(rest, messages(e));
        }
    }

    private static boolean isNamed(Class<?> bean, String told) {
        return Pattern.compile(Pattern.quote(bean.getName()) + "\\b")
                .matcher(told)
                .find();
    }

    private static String messages(@Nullable Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            messages.append(each).append('\n');
            for (Throwable suppressed : each.getSuppressed()) {
                messages.append(messages(suppressed));
            }
        }
        return messages.toString();
    }

    @Override
    public boolean leavesFinalMethodsToTheLibrary() {
        return false;
    }

    private record RunningArc(ArcContainer container, OtherContainer other, ArcLoader loader) implements Running {

        @Override
        public <T> T get(Class<T> type, Annotation... qualifiers) {
            return container.select(type, qualifiers).get();
        }

        @Override
        public <T> T inRequest(Callable<T> work) {
            try (Callers<T> caller = Callers.start("request", 1, number -> inRequestHere(work))) {
                return caller.values().get(0);
            }
        }

        private <T> T inRequestHere(Callable<T> work) throws Exception {
            ManagedContext request = container.requestContext();
            if (request.isActive()) {
                throw new IllegalStateException("a new thread is inside a request");
            }
            request.activate();
            try {
                return work.call();
            } finally {
                request.terminate();
            }
        }

        @Override
        public void close() {
            container.beanManager().getEvent().fire(new Shutdown());
            other.close();
            loader.close();
        }
    }
}
