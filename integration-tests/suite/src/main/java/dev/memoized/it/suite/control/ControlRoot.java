package dev.memoized.it.suite.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the application's resources are, too. */
@ApplicationScoped
@ApplicationPath("/api")
public class ControlRoot extends Application {}
