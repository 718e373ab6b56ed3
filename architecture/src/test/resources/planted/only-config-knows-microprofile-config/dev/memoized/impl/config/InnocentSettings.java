package dev.memoized.impl.config;

class InnocentSettings {
    org.eclipse.microprofile.config.Config config;
}
