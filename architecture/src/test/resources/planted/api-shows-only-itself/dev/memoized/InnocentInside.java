package dev.memoized;

public class InnocentInside {
    private dev.memoized.impl.log.Message message;

    public java.util.Map<String, dev.memoized.spi.Entry<Object>[]> entries() {
        return java.util.Map.of();
    }
}
