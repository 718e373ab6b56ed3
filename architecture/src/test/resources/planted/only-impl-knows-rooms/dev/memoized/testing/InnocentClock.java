package dev.memoized.testing;

class InnocentClock {
    dev.memoized.spi.TimeSource time;
}
