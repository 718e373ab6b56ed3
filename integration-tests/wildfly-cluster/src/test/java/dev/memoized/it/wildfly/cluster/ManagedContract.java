package dev.memoized.it.wildfly.cluster;

import dev.memoized.infinispan.InfinispanBackend;
import dev.memoized.spi.Mark;
import dev.memoized.tck.store.RotatingStoreContract;
import java.util.List;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.infinispan.Cache;

/** The contract of stores in caches of the server, run inside of it: {@link ContractResource}. */
public class ManagedContract extends RotatingStoreContract {
    private final String prefix = UUID.randomUUID().toString();

    @Override
    protected List<InfinispanBackend> clients() {
        return List.of(InfinispanBackend.on(ManagedContract.<byte[]>cache("entries"))
                .marks(marks())
                .prefix(prefix)
                .time(time())
                .build());
    }

    /** The version that the server has. */
    static String infinispan() {
        return marks().getVersion();
    }

    private static Cache<String, String> marks() {
        return cache("marks");
    }

    private static <V> Cache<String, V> cache(String name) {
        try {
            return InitialContext.doLookup("java:jboss/infinispan/cache/memoized/" + name);
        } catch (NamingException none) {
            throw new IllegalStateException(none);
        }
    }

    @Override
    protected void lose(Mark mark) {
        String end = ":" + mark.name();
        marks().keySet().removeIf(name -> name.startsWith(prefix + ":mark:") && name.contains(end));
    }
}
