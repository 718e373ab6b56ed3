package dev.memoized.impl.engine;

record InnocentEight(int a, int b, int c, int d, int e, int f, int g, int h) {
    static final int MOST = 8;

    InnocentEight {
        if (a > MOST) {
            throw new IllegalArgumentException();
        }
    }
}
