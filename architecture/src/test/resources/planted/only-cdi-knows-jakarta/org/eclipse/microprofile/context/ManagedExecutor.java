package org.eclipse.microprofile.context;

public interface ManagedExecutor {}
