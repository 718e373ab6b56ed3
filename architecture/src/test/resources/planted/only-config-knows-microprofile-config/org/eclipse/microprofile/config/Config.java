package org.eclipse.microprofile.config;

public interface Config {}
