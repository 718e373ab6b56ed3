package dev.memoized.impl.refresh;

class PlantedPropagation {
    org.eclipse.microprofile.context.ManagedExecutor executor;
}
