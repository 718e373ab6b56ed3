package dev.memoized.impl.engine;

class InnocentSix {
    InnocentSix(int a, int b, int c, int d, int e, int f) {}

    void method(int a, int b, int c, int d, int e, int f, int g) {}

    record Seven(int a, int b, int c, int d, int e, int f, int g) {}
}
