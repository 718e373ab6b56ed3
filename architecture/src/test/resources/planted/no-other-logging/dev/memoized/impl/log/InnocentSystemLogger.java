package dev.memoized.impl.log;

class InnocentSystemLogger {
    System.Logger.Level level = System.Logger.Level.INFO;
}
