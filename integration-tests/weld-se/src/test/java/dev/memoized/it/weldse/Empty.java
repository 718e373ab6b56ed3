package dev.memoized.it.weldse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;

/** Starts an application that does nothing, with an extension that does nothing, and ends it. */
final class Empty implements Runnable {

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {

        public String title(String isbn) {
            return "title of " + isbn;
        }
    }

    /** Does nothing. */
    public static class EmptyExtension implements Extension {}

    @Override
    public void run() {
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new EmptyExtension())
                .addBeanClasses(Shelf.class)
                .initialize()) {
            container.select(Shelf.class).get().title("1");
        }
    }
}
