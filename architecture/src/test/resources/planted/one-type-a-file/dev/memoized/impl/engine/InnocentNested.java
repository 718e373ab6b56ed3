package dev.memoized.impl.engine;

class InnocentNested {
    interface Inside {}
}
