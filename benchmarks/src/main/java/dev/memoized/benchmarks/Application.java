package dev.memoized.benchmarks;

import dev.memoized.impl.cdi.MemoizedExtension;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.weld.context.bound.BoundLiteral;
import org.jboss.weld.context.bound.BoundRequestContext;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An application on Weld SE. */
@State(Scope.Benchmark)
public class Application {
    private static final Logger WELD = Logger.getLogger("org.jboss.weld"); // held, else its level would be forgotten

    private WeldContainer container;
    EmptyBooks empty;
    MemoizedBooks memoized;

    /** Without discovery Weld does not look for extensions either. */
    @Setup
    public void start() {
        WELD.setLevel(Level.WARNING);
        container = new Weld()
                .disableDiscovery()
                .addExtension(new MemoizedExtension())
                .addBeanClasses(EmptyBooks.class, EmptyInterceptor.class, MemoizedBooks.class)
                .initialize();
        empty = container.select(EmptyBooks.class).get();
        memoized = container.select(MemoizedBooks.class).get();
    }

    @TearDown
    public void stop() {
        container.shutdown();
    }

    BoundRequestContext requestContext() {
        return container
                .select(BoundRequestContext.class, BoundLiteral.INSTANCE)
                .get();
    }
}
