package dev.memoized.impl.local;

class InnocentConversion {
    long micros = java.util.concurrent.TimeUnit.SECONDS.toMicros(1);
    java.time.Instant instant = java.time.Instant.ofEpochMilli(0);

    long of(dev.memoized.spi.TimeSource time) {
        return time.nanos();
    }
}
