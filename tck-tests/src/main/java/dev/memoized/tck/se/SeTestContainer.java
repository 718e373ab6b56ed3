package dev.memoized.tck.se;

import dev.memoized.tck.Deployment;
import dev.memoized.tck.DeploymentFailure;
import dev.memoized.tck.TestContainer;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.annotation.Annotation;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;

/** Weld SE and OpenWebBeans SE, whichever is on the class path. */
public final class SeTestContainer implements TestContainer {

    /** For the service loader. */
    public SeTestContainer() {}

    @Override
    public Running start(Deployment deployment) {
        OwnLoader loader = new OwnLoader();
        try (HeardLog log = new HeardLog()) {
            try {
                return new RunningSe(initialize(deployment), loader);
            } catch (RuntimeException e) {
                loader.close();
                throw new DeploymentFailure(HeardLog.messages(e) + log.text(), e);
            }
        }
    }

    private static SeContainer initialize(Deployment deployment) {
        SeContainerInitializer initializer = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(deployment.beanClasses().toArray(Class<?>[]::new));
        return (isOpenWebBeans(initializer) ? initializer : initializer.addExtensions(extensions())).initialize();
    }

    /** Weld looks for extensions only when it looks for beans; OpenWebBeans always does. */
    private static Extension[] extensions() {
        return ServiceLoader.load(Extension.class).stream()
                .map(ServiceLoader.Provider::get)
                .toArray(Extension[]::new);
    }

    @Override
    public boolean leavesFinalMethodsToTheLibrary() {
        return !isOpenWebBeans(SeContainerInitializer.newInstance());
    }

    private static boolean isOpenWebBeans(SeContainerInitializer initializer) {
        return initializer.getClass().getName().startsWith("org.apache.openwebbeans.");
    }

    private record RunningSe(SeContainer container, OwnLoader loader) implements Running {

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
            RequestContextController request = get(RequestContextController.class);
            if (!request.activate()) {
                throw new IllegalStateException("a new thread is inside a request");
            }
            try {
                return work.call();
            } finally {
                request.deactivate();
            }
        }

        @Override
        public void close() {
            container.close();
            loader.close();
        }
    }
}
