package dev.memoized.impl.engine;

class InnocentProperty {
    String home = System.getProperty("java.home");
}
