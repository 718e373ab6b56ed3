package dev.memoized.impl.time;

class InnocentTime {
    long now = System.nanoTime();
}
