package dev.memoized.it.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources, below {@code /api}. With a scope, for want of which Helidon does not find it. */
@ApplicationScoped
@ApplicationPath("/api")
public class Root extends Application {}
