package dev.memoized.it.wildfly.cluster;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the two nodes, started for the first one, and ends them behind the last one. */
final class OnTwoNodes implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TwoNodes.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(OnTwoNodes.class))
                .getOrComputeIfAbsent(TwoNodes.class, first -> started(), TwoNodes.class);
    }

    private static TwoNodes started() {
        TwoNodes nodes = new TwoNodes();
        try {
            nodes.start();
            return nodes;
        } catch (IOException failure) {
            nodes.close();
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            nodes.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (AssertionError silent) {
            nodes.close();
            throw silent;
        }
    }
}
