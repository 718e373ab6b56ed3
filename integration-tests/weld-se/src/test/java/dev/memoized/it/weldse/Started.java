package dev.memoized.it.weldse;

import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import java.util.ServiceLoader;

/** Starts an application that remembers and renews, uses it and ends it. */
final class Started implements Runnable {

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {

        @Memoized(refreshAfter = "0s", expireAfter = "1h")
        public String title(String isbn) {
            return "title of " + isbn;
        }
    }

    @Override
    public void run() {
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(ServiceLoader.load(Extension.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toArray(Extension[]::new))
                .addBeanClasses(Shelf.class)
                .initialize()) {
            Shelf shelf = container.select(Shelf.class).get();
            for (int call = 0; call < 3; call++) {
                if (!shelf.title("1").equals("title of 1")) {
                    throw new IllegalStateException("another title");
                }
            }
        }
    }
}
