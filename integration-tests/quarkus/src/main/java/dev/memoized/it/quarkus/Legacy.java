package dev.memoized.it.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A bean that knows nothing of the library; configuration memoizes some of its methods. */
@ApplicationScoped
public class Legacy {
    private final AtomicInteger computed = new AtomicInteger();

    public String load(String key) {
        return key + computed.incrementAndGet();
    }

    public String load(String key, int[] cells, Map<String, List<String>> more) {
        return key + computed.incrementAndGet();
    }

    public <T extends CharSequence> String generic(T key) {
        return key.toString() + computed.incrementAndGet();
    }
}
