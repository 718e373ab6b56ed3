package dev.memoized.it.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the server, and ends it behind the last one. */
final class Deployed implements ParameterResolver, ExecutionCondition {

    /** A JDK that is not there is passed over, loudly; with {@code memoized.require=all} it fails. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Path java = Deployment.java();
        if (Files.isExecutable(java)
                || System.getProperty("memoized.require", "").equals("all")) {
            return ConditionEvaluationResult.enabled("");
        }
        String sentence = "Not run, there is no " + java + ": name another JDK by -Dmemoized.jdk25=";
        System.err.println(sentence);
        return ConditionEvaluationResult.disabled(sentence);
    }

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
