package dev.memoized.impl.engine;

class InnocentWord {
    /** Not synchronized. */
    Object map = java.util.Collections.synchronizedMap(new java.util.HashMap<>());

    String word = "synchronized (this) {";
}
