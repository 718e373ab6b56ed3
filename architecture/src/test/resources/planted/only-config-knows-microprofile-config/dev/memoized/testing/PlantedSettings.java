package dev.memoized.testing;

class PlantedSettings {
    org.eclipse.microprofile.config.Config[] configs;
}
