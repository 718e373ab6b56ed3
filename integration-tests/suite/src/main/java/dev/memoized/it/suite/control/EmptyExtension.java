package dev.memoized.it.suite.control;

import jakarta.enterprise.inject.spi.Extension;

/** Does nothing. */
public class EmptyExtension implements Extension {}
