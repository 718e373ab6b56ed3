package dev.memoized.impl.log;

class InnocentLogger {
    System.Logger logger = System.getLogger("log");
}
