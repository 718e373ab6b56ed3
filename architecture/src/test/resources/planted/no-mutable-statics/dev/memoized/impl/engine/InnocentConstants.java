package dev.memoized.impl.engine;

class InnocentConstants {
    static final int MOST = 1;
    static final java.util.List<String> NAMES = java.util.List.of("a");
    int count;

    enum Kind {
        ONE
    }
}
