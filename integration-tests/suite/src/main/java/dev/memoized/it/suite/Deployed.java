package dev.memoized.it.suite;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the server, and ends it behind the last one. */
final class Deployed implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Client.class || type == Deployment.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Deployment deployment = of(context);
        if (parameter.getParameter().getType() == Deployment.class) {
            return deployment;
        }
        try {
            deployment.application();
            return deployment.client();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Deployment of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Deployed.class))
                .getOrComputeIfAbsent(Deployment.class, first -> new Deployment(), Deployment.class);
    }
}
