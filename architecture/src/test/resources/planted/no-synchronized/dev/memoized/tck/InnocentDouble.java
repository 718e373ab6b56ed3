package dev.memoized.tck;

class InnocentDouble {
    synchronized void change() {}
}
